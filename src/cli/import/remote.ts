import { createReadStream, createWriteStream } from 'node:fs'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { say } from '../../languages/index.ts'
import { Import } from '../../vocabulary/index.ts'
import { CommandProblem } from '../command.ts'
import type { ImportRequest } from './request.ts'

const POLL_MS = 500

/** Imports through the API of a server, streaming the file. */
export async function importRemotely(
  request: ImportRequest,
  url: string,
  show: (running: Import) => void,
): Promise<Import> {
  if (!request.key) throw new CommandProblem(say(request.language, 'imports.commandNoKey'))
  const ask = asking(request, new URL('/api/v1/', url))
  const query = new URLSearchParams({ fileName: basename(request.file), start: 'false' })
  if (request.kind) query.set('kind', request.kind)
  const content = Readable.toWeb(createReadStream(request.file))
  const received = Import.parse(await (await ask('POST', `imports?${query}`, { content })).json())
  const path = `imports/${received.importId}`
  await ask('PUT', `${path}/mapping`, { json: { roles: request.roles, options: request.options } })
  let running = Import.parse(await (await ask('POST', `${path}/runs`, { json: { dryRun: request.dryRun } })).json())
  while (running.state === 'running') {
    await pause(POLL_MS)
    running = Import.parse(await (await ask('GET', path)).json())
    show(running)
  }
  if (request.rejected && running.rowsRejected > 0) {
    const file = await ask('GET', `${path}/rejections.csv`)
    if (file.body) await pipeline(file.body, createWriteStream(request.rejected))
  }
  return running
}

type Body = { content?: unknown; json?: unknown }

function asking({ key, language }: ImportRequest, root: URL) {
  return async (method: string, path: string, { content, json }: Body = {}): Promise<Response> => {
    const headers = {
      authorization: `Bearer ${key}`,
      'accept-language': language,
      ...(json ? { 'content-type': 'application/json' } : {}),
    }
    const body = json ? JSON.stringify(json) : content
    const reply = await fetch(new URL(path, root), { method, headers, body, duplex: 'half' } as RequestInit).catch(
      (error: Error) => {
        const problem = (error.cause as Error | undefined)?.message || error.message
        throw new CommandProblem(say(language, 'imports.commandUrlFailed', { url: root.origin, problem }))
      },
    )
    if (reply.ok) return reply
    const problem = (await reply.json().catch(() => ({}))) as { title?: string; detail?: string }
    throw new CommandProblem(problem.detail ?? problem.title ?? String(reply.status))
  }
}

import type { Context } from 'hono'
import type { Tx } from '../platform/database/index.ts'
import type { Tools } from '../platform/tools.ts'
import { Refusal } from '../vocabulary/index.ts'
import { type Admitted, admit, visitOf } from './admit.ts'
import type { Caller, Endpoint } from './endpoint.ts'
import { downloadReply, limitedContent, streamReply } from './files.ts'
import { type Limits, limitHeaders } from './limits.ts'
import { once, type Written } from './once.ts'
import { problemReply, type Words } from './problem.ts'
import { type Input, readAddress, readBody } from './read-input.ts'
import { refusalOf, withRetries } from './trouble.ts'

type Run = (call: Record<string, unknown>) => Promise<unknown>

/** The handler of one endpoint: admits, reads, runs the use case in its transaction, writes the reply. */
export function serve(endpoint: Endpoint, tools: Tools, words: Words, limits: Limits) {
  return async (c: Context): Promise<Response> => {
    const visit = visitOf(c, tools, words)
    let language = visit.language
    try {
      const admitted = await admit(endpoint, c, tools, limits, visit)
      language = admitted.caller?.language ?? admitted.account?.language ?? language
      const reply = await answer(endpoint, c, { tools, limits }, admitted, language)
      const limited = admitted.draw ? limitHeaders(admitted.draw) : {}
      for (const [name, value] of Object.entries(limited)) reply.headers.set(name, value)
      return reply
    } catch (error) {
      const refusal = refusalOf(error, { withCursor: c.req.query('cursor') !== undefined })
      if (refusal.code === 'unexpected') tools.log.error({ err: error, path: endpoint.path }, 'an address failed')
      return problemReply(refusal, language, words)
    }
  }
}

async function answer(
  endpoint: Endpoint,
  c: Context,
  { tools, limits }: { tools: Tools; limits: Limits },
  admitted: Admitted,
  language: Caller['language'],
): Promise<Response> {
  const address = readAddress(endpoint, c, language)
  const run = endpoint.run as Run
  const { caller, visit } = admitted
  if (endpoint.door === 'download') return downloadReply(await endpoint.run({ ...address, caller, tools } as never))
  if (endpoint.door === 'watch') {
    const mayStill = () =>
      admit(endpoint, c, tools, limits, visit).then(
        again => again.caller?.workspaceId === caller?.workspaceId,
        () => false,
      )
    const lastEventId = c.req.header('last-event-id') ?? null
    return streamReply(await run({ ...address, caller, tools, lastEventId, mayStill }))
  }
  if (endpoint.door === 'upload') {
    const file = limitedContent(c.req.raw, endpoint.limit ?? 0)
    return written(c, write(endpoint, await run({ ...address, ...file, caller, tools })))
  }
  const input = { ...address, body: await readBody(endpoint, c, language) }
  if (endpoint.door === 'open') return written(c, write(endpoint, await run({ ...input, visit, tools })))
  return written(c, await inTransaction(endpoint, c, tools, admitted, input))
}

/** Runs the use case in the transaction of its door. */
function inTransaction(
  endpoint: Endpoint,
  c: Context,
  tools: Tools,
  admitted: Admitted,
  input: Input,
): Promise<Written> {
  const { caller, account, visit } = admitted
  const run = endpoint.run as Run
  if (endpoint.door === 'account') {
    const work = (tx: Tx) => run({ ...input, tx, caller: account, visit, tools })
    return withRetries(() => tools.database.inInstance(tx => repeatable(endpoint, c, tx, admitted, input, work)))
  }
  if (!caller) throw new Refusal('not_signed_in')
  if (endpoint.door === 'look') {
    return tools.database.readWorkspace(caller, async tx => write(endpoint, await run({ ...input, tx, caller, tools })))
  }
  const work = (tx: Tx) => run({ ...input, tx, caller, tools })
  return withRetries(() => tools.database.inWorkspace(caller, tx => repeatable(endpoint, c, tx, admitted, input, work)))
}

async function repeatable(
  endpoint: Endpoint,
  c: Context,
  tx: Tx,
  { caller, account }: Admitted,
  input: Input,
  work: (tx: Tx) => Promise<unknown>,
): Promise<Written> {
  const key = c.req.header('idempotency-key')
  const workspaceId = caller?.workspaceId ?? account?.workspaceId
  const actor = caller?.actor ?? account?.actor ?? ''
  const run = async () => write(endpoint, await work(tx))
  if (endpoint.method !== 'post' || key === undefined || !workspaceId) return run()
  if (key === '' || key.length > 255)
    throw new Refusal('query_invalid', {}, [{ path: 'Idempotency-Key', problem: '1-255' }])
  const request = JSON.stringify([endpoint.path, input.params, input.query, input.body])
  return once(tx, { workspaceId, caller: actor, key, request, secret: endpoint.secret ?? false }, run)
}

/** The reply as text: only what its shape names leaves the house. */
function write(endpoint: Endpoint, result: unknown): Written {
  if (!endpoint.reply) return { status: 204, text: '', repeated: false }
  return { status: endpoint.status ?? 200, text: JSON.stringify(endpoint.reply.parse(result)), repeated: false }
}

function written(c: Context, { status, text, repeated }: Written): Response {
  if (repeated) c.header('idempotency-replayed', 'true')
  if (status === 204) return c.body(null, 204)
  return c.body(text, status as 200, { 'content-type': 'application/json' })
}

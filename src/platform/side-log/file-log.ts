import { createHmac } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, open, rename, stat, truncate } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import type { Numbered, SideEntry, SideLog } from './entry.ts'

// One line per entry: its number, what it says, and an HMAC over both and the HMAC of the line before, so that nothing can be
// taken out, put in or changed without being noticed.
type Line = SideEntry & { n: number; mac: string }

const PORTION = 1000
const LARGE = 256 * 1024 * 1024
const KEPT_MS = 40 * 86_400_000

const macOf = (key: Buffer, before: string, n: number, { workspaceId, kind, at, facts }: SideEntry): string =>
  createHmac('sha256', key)
    .update(JSON.stringify([before, n, workspaceId, kind, at, facts]))
    .digest('base64url')
    .slice(0, 22)

const lineOf = (key: Buffer, before: string, n: number, entry: SideEntry): { text: string; mac: string } => {
  const { workspaceId, kind, at, facts } = entry
  const mac = macOf(key, before, n, entry)
  return { mac, text: `${JSON.stringify({ n, workspaceId, kind, at, facts, mac })}\n` }
}

/** The log as a file, every portion on disk (fsync) before it counts. */
export async function openFileLog(path: string, key: Buffer): Promise<SideLog> {
  const found = await inspect(path, key)
  // A line that was cut off by the end of the process was never acknowledged.
  if (found.whole < found.bytes) await truncate(path, found.whole)
  if (found.bytes > LARGE && found.problem === null) Object.assign(found, await withoutOldSends(path, key))
  const file = await open(path, 'a', 0o600)
  let { number, mac } = found
  let turn: Promise<unknown> = Promise.resolve()
  const write = async (entries: SideEntry[]) => {
    const lines: string[] = []
    let last = { number, mac }
    for (const entry of entries) {
      const line = lineOf(key, last.mac, last.number + 1, entry)
      lines.push(line.text)
      last = { number: last.number + 1, mac: line.mac }
    }
    await appendWhole(file, path, lines.join(''))
    ;({ number, mac } = last)
    return number
  }
  return {
    append: entries => {
      const done = turn.then(() => write(entries))
      turn = done.catch(() => undefined)
      return done
    },
    after: from => portions(path, from),
    last: async () => number,
    problem: found.problem,
    close: async () => {
      await turn
      await file.close()
    },
  }
}

/** All or nothing: half a portion is cut off again, so that the chain goes on where it was. */
async function appendWhole(file: FileHandle, path: string, text: string): Promise<void> {
  const { size } = await file.stat()
  try {
    await file.appendFile(text)
    await file.sync()
  } catch (error) {
    await truncate(path, size).catch(() => undefined)
    throw error
  }
}

/** Reads the log once: where it ends, and whether the chain holds. */
async function inspect(path: string, key: Buffer) {
  const seen = { number: 0, mac: '', whole: 0, bytes: 0, problem: null as string | null }
  const file = await stat(path).catch(() => null)
  if (!file) return seen
  seen.bytes = file.size
  for await (const { text, line } of linesOf(path)) {
    const end = seen.whole + Buffer.byteLength(text) + 1
    if (!line || end > file.size) {
      if (end < file.size) seen.problem ??= `line after entry ${seen.number} cannot be read`
      break
    }
    const isNext = line.n > seen.number && line.mac === macOf(key, seen.mac, line.n, line)
    if (!isNext) seen.problem ??= `the chain breaks after entry ${seen.number}`
    seen.number = Math.max(seen.number, line.n)
    seen.mac = line.mac
    seen.whole = end
  }
  if (seen.problem) seen.whole = seen.bytes
  return seen
}

async function* linesOf(path: string): AsyncGenerator<{ text: string; line: Line | null }> {
  for await (const text of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    yield { text, line: parsed(text) }
  }
}

function parsed(text: string): Line | null {
  try {
    const line = JSON.parse(text) as Line
    return typeof line.n === 'number' && typeof line.mac === 'string' && typeof line.facts === 'object' ? line : null
  } catch {
    return null
  }
}

async function* portions(path: string, from: number): AsyncGenerator<Numbered[]> {
  const portion: Numbered[] = []
  for await (const { line } of linesOf(path)) {
    if (!line || line.n <= from) continue
    const { n: number, workspaceId, kind, at, facts } = line
    portion.push({ number, workspaceId, kind, at, facts })
    if (portion.length >= PORTION) yield portion.splice(0)
  }
  if (portion.length > 0) yield portion
}

/** Backups are kept for 35 days at most: what left before that can no longer be sent again by restoring one. */
async function withoutOldSends(path: string, key: Buffer): Promise<{ number: number; mac: string }> {
  const half = `${path}.half`
  const file = await open(half, 'w', 0o600)
  const last = { number: 0, mac: '' }
  for await (const portion of portions(path, 0)) {
    const kept = portion.filter(entry => entry.kind !== 'sent' || Date.parse(entry.at) > Date.now() - KEPT_MS)
    for (const { number, ...entry } of kept) {
      const line = lineOf(key, last.mac, number, entry)
      await file.appendFile(line.text)
      Object.assign(last, { number, mac: line.mac })
    }
  }
  await file.sync()
  await file.close()
  await rename(half, path)
  return last
}

import { cursorUnknown, Refusal } from '../vocabulary/index.ts'

const TRIES = 3
// Another transaction was in the way: the same work, done again, can succeed.
const IN_THE_WAY = new Set(['40001', '40P01'])
// The database is away, starting, stopping, a standby for the moment, has no connection, disk or memory left, or was too slow.
const AWAY = new Set(
  '57P01 57P02 57P03 57014 25006 53100 53200 53300 58030 08001 08006 ECONNREFUSED ECONNRESET ENOENT'.split(' '),
)

// What the pool says where no connection became free or came about in time; it gives no code.
const NO_CONNECTION = /timeout exceeded when trying to connect|connection timeout/i

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''

/** Runs a transaction again when it collided with another one. */
export async function withRetries<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      if (attempt === TRIES || !IN_THE_WAY.has(codeOf(error))) throw error
    }
  }
}

// A text that is no id, number or moment: the database is the first to see that a cursor is another list's.
const NO_VALUE = new Set(['22P02', '22007', '22008'])

/** Whatever was thrown, as a refusal that can be said to the caller. */
export function refusalOf(error: unknown, { withCursor = false } = {}): Refusal {
  if (error instanceof Refusal) return error
  const code = codeOf(error)
  if (withCursor && NO_VALUE.has(code)) return cursorUnknown()
  if (AWAY.has(code) || NO_CONNECTION.test(String(error))) return new Refusal('too_busy', { seconds: 5 })
  return new Refusal('unexpected')
}

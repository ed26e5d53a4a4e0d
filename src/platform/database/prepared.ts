import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import pg from 'pg'

const MARK = '/* prepared */'

/**
 * Begins a statement that each connection plans once and keeps: for long statements that run for every message or answer,
 * where planning costs several times what running does. Whatever varies in it must be a parameter.
 */
export const prepared = sql.raw(`${MARK} `)

/** The same for a statement given as text. */
export const preparedText = (text: string): string => `${MARK} ${text}`

const names = new Map<string, string>()

function nameOf(text: string): string {
  const known = names.get(text) ?? createHash('sha256').update(text).digest('hex').slice(0, 32)
  names.set(text, known)
  return known
}

type Callback = (error: Error | undefined, result: pg.QueryResult) => void

/** A connection that gives marked statements a name, by which PostgreSQL keeps their plan. */
export class PreparingClient extends pg.Client {
  // The type of `query` has nine shapes; all of them pass through as they are but for a marked text.
  override query = ((first: unknown, values?: unknown[], callback?: Callback) =>
    typeof first === 'string' && first.startsWith(MARK)
      ? super.query({ name: nameOf(first), text: first, values: values ?? [] } as never, callback as never)
      : super.query(first as never, values as never, callback as never)) as pg.Client['query']
}

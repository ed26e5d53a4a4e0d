import { createHash, type Hash } from 'node:crypto'

// A backup is one gzip file of lines: a header in JSON; for each table its description in JSON, its rows in PostgreSQL's text
// format of COPY (which never breaks a line) and a line with `\.`; and at the end a JSON line with counts and SHA-256.

/** What a backup says about itself in its first line. */
export type Header = {
  format: 'echolot-backup'
  version: 1
  madeAt: string
  /** The steps of the schema that its rows belong to. */
  migrations: string[]
  /** The secret of the data folder, without which links and suppressions would be worth nothing; null where it is a setting. */
  secret: string | null
  /** Recognises the secret without telling it. */
  secretMark: string
  sequences: { name: string; value: string; called: boolean }[]
}

/** The line before the rows of a table. */
export type TableHead = { table: string; columns: string[] }

/** The last line: what has to have come by. */
export type Trailer = { end: true; rows: Record<string, number>; sha256: string }

/** The line that ends the rows of a table. */
export const endOfRows = '\\.'

/** What holds for the moment only and must not come back: sign-ins and links that work once. */
export const leftOut = ['sessions', 'sign_in_attempts', 'account_tokens', 'schema_migrations']

/** A mark of a secret that does not give it away. */
export const markOf = (secret: string): string =>
  createHash('sha256').update(`echolot-backup\0${secret}`).digest('hex').slice(0, 16)

/** Counts lines and sums bytes while they pass. */
export const tally = () => {
  const hash: Hash = createHash('sha256')
  return { add: (bytes: Uint8Array | string) => hash.update(bytes), sha256: () => hash.digest('hex') }
}

/** A file that is no backup, or not a whole one. */
export class BackupProblem extends Error {
  override readonly name = 'BackupProblem'
}

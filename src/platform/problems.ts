import { BackupProblem } from './backup/index.ts'
import { SchemaProblem } from './database/index.ts'
import { UnsafeDatabase } from './durability.ts'
import { EmbeddedProblem, FolderInUse } from './embedded/index.ts'
import { ListenProblem } from './http/listen.ts'
import { SettingsProblem } from './settings.ts'
import { OldDatabase } from './storage.ts'

const expected = [
  SettingsProblem,
  EmbeddedProblem,
  FolderInUse,
  SchemaProblem,
  UnsafeDatabase,
  BackupProblem,
  OldDatabase,
  ListenProblem,
]

/** What the operator reads when a start or a command fails: the sentence of a known problem, or all about an unknown one. */
export const explain = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  if (expected.some(kind => error instanceof kind)) return error.message
  return unreachable(error) ?? error.stack ?? error.message
}

const networkCodes = ['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'EAI_AGAIN', 'ECONNRESET']
const refusalCodes = ['28P01', '28000', '3D000', '53300', '57P03']

const unreachable = (error: Error): string | null => {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  if (![...networkCodes, ...refusalCodes].includes(code)) return null
  return `The database cannot be reached (${error.message || code}). Check DATABASE_URL and that the server runs there.`
}

import { SchemaProblem } from '../platform/database/index.ts'
import { EmbeddedProblem, FolderInUse } from '../platform/embedded/index.ts'
import { SettingsProblem } from '../platform/settings.ts'
import { CommandProblem } from './command.ts'

const expected = [CommandProblem, SettingsProblem, EmbeddedProblem, FolderInUse, SchemaProblem]

/** What a person reads when a command fails: the sentence of a known problem, or everything about an unknown one. */
export const explain = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  return expected.some(kind => error instanceof kind)
    ? error.message
    : (unreachable(error) ?? error.stack ?? error.message)
}

const unreachable = (error: Error): string | null => {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  if (!['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'EAI_AGAIN', '28P01', '3D000'].includes(code)) return null
  return `The database cannot be reached: ${error.message || code}. Check DATABASE_URL and that the server runs there.`
}

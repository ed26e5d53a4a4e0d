import { explain as explainStart } from '../platform/problems.ts'
import { CommandProblem } from './command.ts'

/** What a person reads when a command fails. */
export const explain = (error: unknown): string =>
  error instanceof CommandProblem ? error.message : explainStart(error)

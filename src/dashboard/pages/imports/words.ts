import { isWordKey, type Speak } from '../../../languages/index.ts'
import type { Import } from '../../../vocabulary/import.ts'

/** The sentence of a problem, with what it is about. */
export function problemText({ problem }: Pick<Import, 'problem'>, t: Speak): string {
  const key = `refusals.${problem?.code ?? ''}`
  return isWordKey(key) ? t(key, problem?.facts) : t('imports.failedTitle')
}

/** What an import is doing or has done, in one word. */
export const stateText = ({ state, dryRun }: Pick<Import, 'state' | 'dryRun'>, t: Speak): string =>
  state === 'done' && dryRun ? t('imports.tried') : t(`imports.states.${state}`)

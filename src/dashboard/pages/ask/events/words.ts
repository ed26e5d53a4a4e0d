import { isWordKey, type Speak } from '../../../../languages/index.ts'
import type { EventSource } from '../../../../vocabulary/event-source.ts'

/** Whether a source is read. */
export const stateOf = ({ pausedAt, mapping }: EventSource) => (pausedAt ? 'paused' : mapping ? 'mapped' : 'unmapped')

/** The name of a mapped field. */
export const fieldWord = (field: string, t: Speak): string => {
  const key = `waves.sources.fields.${field}`
  return isWordKey(key) ? t(key) : field
}

/** Why a body was not taken, in a sentence. */
export const problemWord = (problem: string | null, field: string | null, t: Speak): string => {
  const key = `waves.sources.problems.${problem}`
  return isWordKey(key) ? t(key, { field: fieldWord(field ?? '', t) }) : (problem ?? '')
}

import { isWordKey, type Speak } from '../../../../languages/index.ts'

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

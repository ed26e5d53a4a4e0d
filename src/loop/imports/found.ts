import { type Import, Refusal } from '../../vocabulary/index.ts'

/** An import that exists; refuses an id that is none. */
export function found(known: Import | null): Import {
  if (!known) throw new Refusal('not_found')
  return known
}

import type { EventName } from '../vocabulary/index.ts'
import type { Listener } from './emit.ts'

/** The whole loop on one page: what happened, and who cares. */
export const loop = {
  'response.received': [],
} satisfies { [Name in EventName]?: Listener<Name>[] }

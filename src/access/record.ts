import { appendEvent, type Tx } from '../platform/database/index.ts'
import type { EventName, Events } from '../vocabulary/index.ts'

/** Writes what happened with members and keys, in the transaction of the change. */
export const record = <Name extends EventName>(tx: Tx, name: Name, subjectId: string, payload: Events[Name]) =>
  appendEvent(tx, name, subjectId, payload)

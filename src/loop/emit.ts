import { appendEvent, type Tx } from '../platform/database/index.ts'
import type { EventName, Events, StoredEvent } from '../vocabulary/index.ts'

/** Says what happened to `subjectId`, in the transaction of the change; listeners hear it after the commit. */
export const emit = <Name extends EventName>(
  tx: Tx,
  name: Name,
  subjectId: string,
  payload: Events[Name],
): Promise<void> => appendEvent(tx, name, subjectId, payload)

/** A use case that reacts to an event; delivered at least once, so idempotent by a unique key. */
export type Listener<Name extends EventName> = (tx: Tx, event: StoredEvent<Name>) => Promise<unknown>

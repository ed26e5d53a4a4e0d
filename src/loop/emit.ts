import { appendEvent, appendEvents, type Tx } from '../platform/database/index.ts'
import type { EventName, Events, StoredEvent } from '../vocabulary/index.ts'

/** The subject of an event that is about nobody in particular. */
export const NOBODY = '00000000-0000-0000-0000-000000000000'

/** Says what happened to `subjectId`, in the transaction of the change; listeners hear it after the commit. */
export const emit = <Name extends EventName>(
  tx: Tx,
  name: Name,
  subjectId: string,
  payload: Events[Name],
): Promise<void> => appendEvent(tx, name, subjectId, payload)

/** The same for many subjects at once. */
export const emitAll = <Name extends EventName>(
  tx: Tx,
  name: Name,
  happened: readonly { subjectId: string; payload: Events[Name] }[],
): Promise<void> => appendEvents(tx, name, happened)

/** A use case that reacts to an event; delivered at least once, so idempotent by a unique key. */
export type Listener<Name extends EventName> = (tx: Tx, event: StoredEvent<Name>) => Promise<unknown>

/** One that takes the events of its name that wait in a workspace together: a rush of answers costs it a few statements. */
export type GroupListener<Name extends EventName> = {
  together: (tx: Tx, events: StoredEvent<Name>[]) => Promise<unknown>
}

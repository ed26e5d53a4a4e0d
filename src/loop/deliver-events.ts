import type { Tx } from '../platform/database/index.ts'
import type { Tools } from '../platform/tools.ts'
import type { Work } from '../platform/work-loop.ts'
import type { EventName, StoredEvent } from '../vocabulary/index.ts'
import type { Listener } from './emit.ts'
import { behindTheWall, claimEvents, eventsAreDue, markDelivered, putOff } from './queries.ts'

/** Who cares about which event; `loop` in index.ts is one. */
export type Listeners = { [Name in EventName]?: Listener<Name>[] }

const BATCH = 100

/** Brings waiting events to their listeners, each in its workspace, at least once; what fails waits and is tried again. */
export const deliverEvents = ({ database, log }: Pick<Tools, 'database' | 'log'>, listeners: Listeners): Work => ({
  name: 'deliver events',
  once: async () => {
    if (!(await eventsAreDue(database))) return false
    return database.inInstance(async tx => {
      const events = await claimEvents(tx, BATCH)
      const delivered: StoredEvent[] = []
      for (const event of events) {
        const problem = await deliver(tx, event, listeners)
        if (!problem) delivered.push(event)
        else {
          log.warn(
            { err: problem, event: event.name, eventId: event.eventId },
            'an event was not taken, it will be tried again',
          )
          await putOff(tx, event, problem.message)
        }
      }
      await markDelivered(tx, delivered)
      return events.length === BATCH
    })
  },
})

async function deliver(tx: Tx, event: StoredEvent, listeners: Listeners): Promise<Error | null> {
  const interested = (listeners[event.name] ?? []) as Listener<EventName>[]
  if (interested.length === 0) return null
  return behindTheWall(tx, event.workspaceId, async () => {
    for (const listener of interested) await listener(tx, event)
  })
}

import { performance } from 'node:perf_hooks'
import type { Tx } from '../platform/database/index.ts'
import type { Tools } from '../platform/tools.ts'
import type { Work } from '../platform/work-loop.ts'
import type { EventName, StoredEvent } from '../vocabulary/index.ts'
import type { GroupListener, Listener } from './emit.ts'
import { behindTheWall, claimEvents, eventsAreDue, markDelivered, putOff } from './queries.ts'

/** Who cares about which event; `loop` in index.ts is one. */
export type Listeners = { [Name in EventName]?: (Listener<Name> | GroupListener<Name>)[] }

const BATCH = 200
const LONGEST_REST_MS = 500
// Share of the time that this process computes while it delivers; alone it mostly waits for the database.
const BUSY = 0.7

/** Brings waiting events to their listeners, each in its workspace, at least once; what fails waits and is tried again. */
export const deliverEvents = ({ database, log }: Pick<Tools, 'database' | 'log'>, listeners: Listeners): Work => ({
  name: 'deliver events',
  once: async () => {
    if (!(await eventsAreDue(database))) return false
    const began = performance.now()
    const atFirst = performance.eventLoopUtilization()
    const full = await database.inInstance(async tx => {
      const events = await claimEvents(tx, BATCH)
      const failed = new Map<StoredEvent, Error>()
      for (const group of byWorkspace(events)) await deliverGroup(tx, group, listeners, failed)
      for (const [event, problem] of failed) {
        log.warn(
          { err: problem, event: event.name, eventId: event.eventId },
          'an event was not taken, it will be tried again',
        )
        await putOff(tx, event, problem.message)
      }
      await markDelivered(
        tx,
        events.filter(event => !failed.has(event)),
      )
      return events.length === BATCH
    })
    // In a rush those who answer go first.
    const isBusy = performance.eventLoopUtilization(atFirst).utilization > BUSY
    if (full && isBusy) await rest(Math.min(LONGEST_REST_MS, 4 * (performance.now() - began)))
    return full
  },
})

const rest = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms))

function byWorkspace(events: StoredEvent[]): StoredEvent[][] {
  const groups = new Map<string, StoredEvent[]>()
  for (const event of events) groups.set(event.workspaceId, [...(groups.get(event.workspaceId) ?? []), event])
  return [...groups.values()]
}

/** All events of a workspace in one go; when one of them fails, each on its own, so that it holds up no other. */
async function deliverGroup(
  tx: Tx,
  events: StoredEvent[],
  listeners: Listeners,
  failed: Map<StoredEvent, Error>,
): Promise<void> {
  const awaited = events.filter(event => (listeners[event.name] ?? []).length > 0)
  const [first] = awaited
  if (!first) return
  const problem = await behindTheWall(tx, first.workspaceId, async () => {
    for (const run of runsOf(awaited)) await tell(tx, run, listeners)
  })
  if (!problem) return
  if (awaited.length === 1) return void failed.set(first, problem)
  for (const event of awaited) await deliverGroup(tx, [event], listeners, failed)
}

/** Neighbours of one name: what happened stays in its order. */
function runsOf(events: StoredEvent[]): StoredEvent[][] {
  const runs: StoredEvent[][] = []
  for (const event of events) {
    const last = runs.at(-1)
    if (last?.[0]?.name === event.name) last.push(event)
    else runs.push([event])
  }
  return runs
}

async function tell(tx: Tx, run: StoredEvent[], listeners: Listeners): Promise<void> {
  const [first] = run
  if (!first) return
  for (const listener of (listeners[first.name] ?? []) as (Listener<EventName> | GroupListener<EventName>)[]) {
    if (typeof listener === 'function') for (const event of run) await listener(tx, event)
    else await listener.together(tx, run)
  }
}

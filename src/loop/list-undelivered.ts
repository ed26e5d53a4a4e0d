import type { Reader } from '../platform/database/index.ts'
import { undeliveredEvents } from './queries.ts'

/** What happened and reached nobody, even at the last try. */
export async function listUndelivered(reader: Reader) {
  const events = await undeliveredEvents(reader)
  return {
    items: events.map(event => ({
      eventId: event.event_id,
      name: event.name,
      subjectId: event.subject_id,
      occurredAt: event.occurred_at.toISOString(),
      attempts: event.attempts,
      problem: event.problem,
    })),
  }
}

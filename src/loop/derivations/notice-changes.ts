import type { Tx } from '../../platform/database/index.ts'
import type { StoredEvent } from '../../vocabulary/index.ts'
import { keepInAnswers, takeFromAnswers } from './queries/answers.ts'
import { computeFromHistory } from './queries/history.ts'
import { calendarOf, rulesInForce } from './queries/rules.ts'

type OfHistory = 'touchpoint.recorded' | 'touchpoint.removed' | 'person.added'
type OfAnswers = 'response.received' | 'response.changed' | 'response.commented' | 'response.extended'

/** Something happened with people: what is computed from their history is computed anew. */
export const noticeHistory = {
  together: async (tx: Tx, events: StoredEvent<OfHistory>[]): Promise<void> => {
    const { fromHistory } = await rulesInForce(tx)
    if (fromHistory.length === 0) return
    await computeFromHistory(tx, [...new Set(events.flatMap(peopleOf))], fromHistory, await calendarOf(tx))
  },
}

function peopleOf({ subjectId, payload }: StoredEvent<OfHistory>): string[] {
  if (!('personId' in payload)) return [subjectId]
  // What was recorded for the wrong person first is missing there now.
  const former = 'formerPersonId' in payload ? payload.formerPersonId : undefined
  return former ? [payload.personId, former] : [payload.personId]
}

/** People answered, or changed what they had said: attributes that come from answers say it too. */
export const noticeAnswers = {
  together: async (tx: Tx, events: StoredEvent<OfAnswers>[]): Promise<void> => {
    const { fromAnswers } = await rulesInForce(tx)
    const people = [...new Set(events.flatMap(({ payload }) => payload.personId ?? []))]
    if (fromAnswers.length === 0 || people.length === 0) return
    const responses = [...new Set(events.map(({ subjectId }) => subjectId))]
    for (const derived of fromAnswers) {
      await takeFromAnswers(tx, people, derived)
      await keepInAnswers(tx, responses, derived)
    }
  },
}

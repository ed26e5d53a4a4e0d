import type { Channel } from './channel.ts'

/** Every event with its payload: ids and facts of that moment. */
export type Events = {
  'person.added': Record<never, never>
  'person.imported': { count: number; importId: string }
  'person.erasure-requested': { dueOn: string }
  'person.erased': Record<never, never>
  'survey.published': { version: number }
  'wave.approved': { surveyId: string; people: number }
  'wave.stopped': Record<never, never>
  'rolling-plan.started': { surveyId: string }
  'rolling-plan.stopped': Record<never, never>
  'trigger.started': { surveyId: string }
  'trigger.stopped': Record<never, never>
  'touchpoint.recorded': {
    personId: string
    /** Whom it was recorded for before, where that was somebody else. */
    formerPersonId: string | null
    state: string | null
    before: string | null
    created: boolean
  }
  'touchpoint.removed': { personId: string }
  'event-source.made': { name: string }
  'event-source.removed': { name: string }
  'message.accepted': { personId: string | null; invitationId: string | null; channel: Channel }
  'message.blocked': { personId: string | null; reason: string }
  'message.reported': { kind: string; source: string; personId: string | null }
  'suppressions.taken': { added: number; known: number }
  'address.readmitted': { channel: Channel; reason: string; personId: string | null }
  'sender.overridden': { domain: string; note: string | null }
  'address.suppressed': { channel: Channel; reason: string; personId: string | null }
  'response.received': {
    personId: string | null
    surveyId: string
    waveId: string | null
    score: number | null
    source: string
  }
  'response.changed': { personId: string | null; score: number | null; before: number | null }
  'response.commented': { personId: string | null; reason: string | null }
  'response.extended': { personId: string | null; questions: string[] }
  /** An anonymous survey got an answer: nothing here leads to it. */
  'survey.answered': Record<never, never>
  /** So many answers of an anonymous survey had come together and are shown from now on. */
  'answers.shown': { answers: number }
  'response.quarantined': { personId: string | null; evidence: string }
  'response.judged': { personId: string | null; decision: 'accepted' | 'discarded'; evidence: string }
  'reply.received': { kind: string; channel: Channel; messageId: string | null; personId: string | null }
  'case.opened': { responseId: string; personId: string | null; queue: string }
  'case.assigned': { ownerId: string | null; before: string | null }
  'case.snoozed': { until: string | null }
  'case.noted': { noteId: string; mentioned: string[] }
  'case.contacted': { contactId: string; kind: string }
  'case.closed': { cause: string; outcome: string }
  'case.reopened': Record<never, never>
  'import.finished': { added: number; rejected: number; kind: string }
  'member.joined': { role: string }
  'member.left': Record<never, never>
  'member.role-changed': { role: string; before: string }
  'api-key.made': { name: string; scope: string }
  'api-key.revoked': Record<never, never>
}

/** The name of an event: noun.past-participle. */
export type EventName = keyof Events

/** A stored event as listeners get it. */
export type StoredEvent<Name extends EventName = EventName> = {
  eventId: number
  name: Name
  workspaceId: string
  subjectId: string
  payload: Events[Name]
  occurredAt: Date
}

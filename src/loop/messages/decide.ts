import {
  type ContactRules,
  isBudgeted,
  type MessagePurpose,
  type MessageReason,
  type MessageState,
  SURVEY_PURPOSES,
  type SuppressionReason,
} from '../../vocabulary/index.ts'
import { type Quiet, quietAt } from './quiet-hours.ts'

/** Everything the gate looks at, read under the lock of the address. */
export type GateFacts = {
  purpose: MessagePurpose
  channel: string
  expiresAt: Date
  heldAt: Date | null
  pausedAt: Date | null
  stoppedAt: Date | null
  suppression: SuppressionReason | null
  basis: 'consent' | 'existing_customer' | 'none' | null
  /** Nothing is to be asked any more: answered, or taken back. */
  over: boolean
  /** The person wants nothing until then. */
  wantsPauseUntil: Date | null
  surveysOnly: boolean
  /** Contacts that reached or may have reached this person inside the window, over all purposes that count. */
  contacts: number
  /** The same of this purpose alone, inside the window of its own limit. */
  ofPurpose: number
  /** More important messages that are planned inside the window, and when the last of them is due. */
  reserved: number
  reservedUntil: Date | null
  contactLimit: number
  rules: ContactRules
  personZone: string | null
  personCountry: string | null
  workspaceZone: string
}

/** What the gate says: pass, or the state to go to, why, and from when on it may be tried again. */
export type Decision =
  | { pass: true }
  | { pass: false; state: MessageState; reason: MessageReason; notBefore?: Date; keepUntil?: Date }

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** Whether a message may leave now: the one place where that is decided (guarantees G5 to G7). */
export function decide(facts: GateFacts, at: Date): Decision {
  const later = new Date(at.getTime() + MINUTE)
  if (facts.heldAt) return { pass: false, state: 'queued', reason: 'sending_held', notBefore: later }
  if (facts.pausedAt) return { pass: false, state: 'queued', reason: 'sender_paused', notBefore: later }
  if (facts.stoppedAt) return { pass: false, state: 'planned', reason: 'wave_stopped' }
  if (facts.expiresAt <= at) return { pass: false, state: 'expired', reason: 'expired' }
  if (facts.suppression && blocks(facts)) return blocked(facts.suppression)
  if (!isBudgeted(facts.purpose)) return { pass: true }
  return againstAsking(facts, at) ?? againstBudget(facts, at) ?? againstTheHour(facts, at) ?? { pass: true }
}

/** What the law and the person's own wishes say: advertising needs a basis (BGH VI ZR 225/17). */
function againstAsking(facts: GateFacts, at: Date): Decision | null {
  if (facts.basis !== 'consent' && facts.basis !== 'existing_customer') return blocked('no_basis')
  if (facts.over) return blocked('already_answered')
  if (facts.surveysOnly && !SURVEY_PURPOSES.some(purpose => purpose === facts.purpose)) return blocked('surveys_only')
  const pause = facts.wantsPauseUntil
  return pause && pause > at ? waitOrBlock(facts, pause, 'paused_by_person') : null
}

/** One budget per person over all campaigns and channels; something more important that is planned keeps its place in it. */
function againstBudget(facts: GateFacts, at: Date): Decision | null {
  const own = isBudgeted(facts.purpose) ? facts.rules.limits[facts.purpose] : undefined
  if (own && facts.ofPurpose >= own.most) return blocked('purpose_limit')
  if (!counts(facts.purpose, facts.rules)) return null
  if (facts.contacts >= facts.contactLimit) return blocked('asked_recently')
  if (facts.contacts + facts.reserved < facts.contactLimit) return null
  const due = Math.max(at.getTime(), facts.reservedUntil?.getTime() ?? 0)
  return waitOrBlock(facts, new Date(due + 15 * MINUTE), 'reserved_for')
}

function againstTheHour(facts: GateFacts, at: Date): Decision | null {
  const place = { zone: facts.personZone, country: facts.personCountry, workspaceZone: facts.workspaceZone }
  const waiting = quietAt(at, place, quietOf(facts.rules, facts.channel))
  if (!waiting) return null
  const { until, reason } = waiting
  // A night is shorter than the life of a message; days off are not, and they are no reason to lose it.
  const keepUntil = reason === 'quiet_hours' ? {} : { keepUntil: new Date(until.getTime() + 12 * HOUR) }
  return { pass: false, state: 'queued', reason, notBefore: until, ...keepUntil }
}

/** What keeps messages of a channel waiting under these rules. */
export const quietOf = (rules: ContactRules, channel: string): Quiet => ({
  hours: rules.quiet[channel === 'sms' ? 'sms' : 'email'],
  weekends: rules.weekendsAreQuiet,
  holidays: rules.holidaysAreQuiet,
  region: rules.holidayRegion,
})

/** Whether a purpose takes from the limit over everything; what follows a survey does so where the rules say it. */
export const counts = (purpose: MessagePurpose, rules: ContactRules): boolean =>
  isBudgeted(purpose) && (rules.followUpsCount || (purpose !== 'reminder' && purpose !== 'comment_ask'))

const blocked = (reason: MessageReason): Decision => ({ pass: false, state: 'blocked', reason })

const waitOrBlock = (facts: GateFacts, notBefore: Date, reason: MessageReason): Decision =>
  notBefore < facts.expiresAt ? { pass: false, state: 'queued', reason, notBefore } : blocked(reason)

/** An objection ends asking, not answering; erased, complaining and dead addresses get nothing at all (decision 030). */
const blocks = (facts: GateFacts): boolean =>
  isBudgeted(facts.purpose) ||
  facts.suppression === 'erasure' ||
  facts.suppression === 'hard_bounce' ||
  facts.suppression === 'complaint'

import type { MessageReason, MessageState } from '../../vocabulary/index.ts'
import { quietUntil } from './quiet-hours.ts'

/** Everything the gate looks at, read under the lock of the address. */
export type GateFacts = {
  purpose: 'survey' | 'reminder' | 'case_reply' | 'member'
  expiresAt: Date
  heldAt: Date | null
  pausedAt: Date | null
  stoppedAt: Date | null
  suppression: 'objection' | 'hard_bounce' | 'complaint' | 'erasure' | 'operator' | null
  basis: 'consent' | 'existing_customer' | 'none' | null
  over: boolean
  /** Surveys and reminders that reached or may have reached this person inside the window. */
  contacts: number
  contactLimit: number
  personZone: string | null
  workspaceZone: string
}

/** What the gate says: pass, or the state to go to, why, and from when on it may be tried again. */
export type Decision = { pass: true } | { pass: false; state: MessageState; reason: MessageReason; notBefore?: Date }

const MINUTE = 60_000

/** Whether a message may leave now: the one place where that is decided (guarantees G5 to G7). */
export function decide(facts: GateFacts, at: Date): Decision {
  const later = new Date(at.getTime() + MINUTE)
  if (facts.heldAt) return { pass: false, state: 'queued', reason: 'sending_held', notBefore: later }
  if (facts.pausedAt) return { pass: false, state: 'queued', reason: 'sender_paused', notBefore: later }
  if (facts.stoppedAt) return { pass: false, state: 'planned', reason: 'wave_stopped' }
  if (facts.expiresAt <= at) return { pass: false, state: 'expired', reason: 'expired' }
  if (facts.suppression && blocks(facts)) return { pass: false, state: 'blocked', reason: facts.suppression }
  return asks(facts) ? decideAsking(facts, at) : { pass: true }
}

function decideAsking(facts: GateFacts, at: Date): Decision {
  if (facts.basis !== 'consent' && facts.basis !== 'existing_customer') {
    return { pass: false, state: 'blocked', reason: 'no_basis' }
  }
  if (facts.over) return { pass: false, state: 'blocked', reason: 'already_answered' }
  if (facts.contacts >= facts.contactLimit) return { pass: false, state: 'blocked', reason: 'asked_recently' }
  const quiet = quietUntil(at, [facts.personZone, facts.workspaceZone])
  return quiet ? { pass: false, state: 'queued', reason: 'quiet_hours', notBefore: quiet } : { pass: true }
}

/** Surveys and reminders are advertising (BGH VI ZR 225/17); a personal answer to somebody's own words is not. */
const asks = ({ purpose }: GateFacts): boolean => purpose === 'survey' || purpose === 'reminder'

/** An objection ends asking, not answering; erased, complaining and dead addresses get nothing at all (decision 030). */
const blocks = (facts: GateFacts): boolean =>
  asks(facts) ||
  facts.suppression === 'erasure' ||
  facts.suppression === 'hard_bounce' ||
  facts.suppression === 'complaint'

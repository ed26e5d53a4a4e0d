// The rules of the gate once more, as a table of sentences in their order: what decide.ts has to say in every case.
import type { Decision, GateFacts } from '../../src/loop/messages/decide.ts'
import type { ContactRules, MessagePurpose } from '../../src/vocabulary/index.ts'

const ASKING = ['probe', 'survey', 'comment_ask', 'reminder', 'review', 'referral', 'testimonial', 'news']
const SURVEYS = ['probe', 'survey', 'comment_ask', 'reminder']
const FOLLOWING = ['comment_ask', 'reminder']
const QUARTER = 900_000

/** Whether a purpose is advertising in the eyes of the law. */
export const asks = (purpose: MessagePurpose): boolean => ASKING.includes(purpose)
/** Whether it takes from the limit over everything. */
export const takes = (purpose: MessagePurpose, rules: ContactRules): boolean =>
  asks(purpose) && (rules.followUpsCount || !FOLLOWING.includes(purpose))

const hours = new Map<string, Intl.DateTimeFormat>()
/** The time of day in a zone, HH:MM, by another route than the gate's. */
export function timeOfDay(at: Date, zone: string): string {
  let clock = hours.get(zone)
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone })
    hours.set(zone, clock)
  }
  return clock.format(at)
}
/** Whether a time of day lies in a window, which may go over midnight. */
export const inWindow = (time: string, { from, until }: { from: string; until: string }): boolean =>
  from <= until ? from <= time && time < until : time >= from || time < until

/** State and reason that the rules give, without the times; null passes. Holidays and weekends are left to their own test. */
export function ruled(facts: GateFacts, at: Date): { state: string; reason: string } | null {
  const { purpose, rules, suppression, contacts, reserved, contactLimit: limit } = facts
  const own = rules.limits[purpose as keyof typeof rules.limits]
  const fits = (until: number) => ({ state: until < facts.expiresAt.getTime() ? 'queued' : 'blocked' })
  const due = Math.max(at.getTime(), facts.reservedUntil?.getTime() ?? 0) + QUARTER
  const pause = facts.wantsPauseUntil
  const always = suppression !== null && ['erasure', 'hard_bounce', 'complaint'].includes(suppression)
  const night = inWindow(
    timeOfDay(at, facts.personZone ?? facts.workspaceZone),
    rules.quiet[facts.channel === 'sms' ? 'sms' : 'email'],
  )
  const table: [boolean, { state: string; reason?: string }, string][] = [
    [facts.heldAt !== null, { state: 'queued' }, 'sending_held'],
    [facts.pausedAt !== null, { state: 'queued' }, 'sender_paused'],
    [facts.stoppedAt !== null, { state: 'planned' }, 'wave_stopped'],
    [facts.expiresAt <= at, { state: 'expired' }, 'expired'],
    [suppression !== null && (always || asks(purpose)), { state: 'blocked' }, suppression ?? ''],
    [asks(purpose) && (facts.basis === null || facts.basis === 'none'), { state: 'blocked' }, 'no_basis'],
    [asks(purpose) && facts.over, { state: 'blocked' }, 'already_answered'],
    [asks(purpose) && facts.surveysOnly && !SURVEYS.includes(purpose), { state: 'blocked' }, 'surveys_only'],
    [asks(purpose) && pause !== null && pause > at, fits(pause?.getTime() ?? 0), 'paused_by_person'],
    [asks(purpose) && own !== undefined && facts.ofPurpose >= own.most, { state: 'blocked' }, 'purpose_limit'],
    [takes(purpose, rules) && contacts >= limit, { state: 'blocked' }, 'asked_recently'],
    [takes(purpose, rules) && contacts + reserved >= limit, fits(due), 'reserved_for'],
    [asks(purpose) && night, { state: 'queued' }, 'quiet_hours'],
  ]
  const found = table.find(([holds]) => holds)
  return found ? { ...found[1], reason: found[2] } : null
}

/** Whether a decision is the one that the rules give. */
export function agrees(decision: Decision, facts: GateFacts, at: Date): boolean {
  const wanted = ruled(facts, at)
  return decision.pass ? wanted === null : decision.state === wanted?.state && decision.reason === wanted.reason
}

import { categoryOf } from '../../stats/index.ts'
import type { SummaryLine, TimeLineEntry } from '../../vocabulary/index.ts'

const DAY = 86_400_000
const RECENT_DAYS = 60
const CLOSED = /^(solved|closed|done|resolved|geschlossen|gelöst|erledigt|suljettu|ratkaistu)/i

type Line = SummaryLine
const line = (rule: Line['rule'], facts: Line['facts'], sources: TimeLineEntry[]): Line => ({
  rule,
  facts,
  sources: sources.map(entry => entry.entryId),
})
const at = (entry: TimeLineEntry) => Date.parse(entry.occurredAt)
const daysBetween = (early: number, late: number) => Math.floor((late - early) / DAY)

/** "Before you write": what a member has to know, drawn by rules from the time line (newest first), each with its sources. */
export function sumUp(timeLine: TimeLineEntry[], answerId: string, now: Date): SummaryLine[] {
  const answer = timeLine.find(entry => entry.entryId === answerId)
  const before = timeLine.filter(entry => entry !== answer && at(entry) <= (answer ? at(answer) : now.getTime()))
  if (before.length === 0) return [line('nothing_before', {}, [])]
  const lines = [...tickets(before, now), ...scores(before, answer), ...replies(timeLine, answer), ...orders(before)]
  return lines.slice(0, 6)
}

/** Complaints that came together, and the one that still waits for us. */
function tickets(before: TimeLineEntry[], now: Date): Line[] {
  const recent = before.filter(entry => entry.kind === 'ticket' && daysBetween(at(entry), now.getTime()) <= RECENT_DAYS)
  const open = recent.find(entry => entry.state !== null && !CLOSED.test(entry.state))
  const lines: Line[] = []
  if (recent.length > 1) lines.push(line('tickets', { count: recent.length, days: RECENT_DAYS }, recent))
  if (open)
    lines.push(line('open_ticket', { title: open.title ?? '', days: daysBetween(at(open), now.getTime()) }, [open]))
  return lines
}

/** How the scores went, and what lies between the last good one and the fall. */
function scores(before: TimeLineEntry[], answer: TimeLineEntry | undefined): Line[] {
  const earlier = before.filter(entry => entry.kind === 'answer' && entry.score !== null)
  const [last] = earlier
  if (!answer || answer.score === null || !last || last.score === null) return []
  const all = [answer, ...earlier].slice(0, 5).reverse()
  const first = all[0] ?? answer
  const group = categoryOf(first.score ?? answer.score)
  const lines = [
    line('scores', { list: all.map(entry => entry.score).join(', '), group, since: first.occurredAt }, all),
  ]
  if (answer.score >= last.score) return lines
  const between = before.filter(entry => at(entry) > at(last))
  // Newest of each kind: a price rise and a complaint explain more than two complaints.
  const suspects = (['price', 'ticket'] as const)
    .flatMap(kind => between.find(entry => entry.kind === kind) ?? [])
    .sort((a, b) => at(a) - at(b))
  if (suspects.length > 0) {
    const [one, two] = suspects
    const facts = { from: last.score, to: answer.score, first: one?.title ?? '', second: two?.title ?? '' }
    lines.push(line('fell_after', facts, suspects))
  }
  return lines
}

/** Whether anybody answered the comment before this one. */
function replies(timeLine: TimeLineEntry[], answer: TimeLineEntry | undefined): Line[] {
  const commented = timeLine.find(
    entry => entry.kind === 'answer' && entry !== answer && entry.body && (!answer || at(entry) < at(answer)),
  )
  if (!commented) return []
  const until = answer ? at(answer) : Number.POSITIVE_INFINITY
  const contact = timeLine.find(
    entry =>
      ['mail', 'call'].includes(entry.kind) && entry.by !== null && at(entry) > at(commented) && at(entry) < until,
  )
  if (!contact) return [line('nobody_replied', { at: commented.occurredAt }, [commented])]
  return [line('replied', { by: contact.by ?? '', at: contact.occurredAt }, [commented, contact])]
}

/** What they buy, and whether only on offer. */
function orders(before: TimeLineEntry[]): Line[] {
  const found = before.filter(entry => entry.kind === 'order')
  const [last] = found
  if (!last) return []
  const known = found.filter(entry => entry.discounted !== null)
  if (known.length > 2 && known.every(entry => entry.discounted))
    return [line('only_discounted', { count: known.length }, known)]
  return [line('orders', { count: found.length, at: last.occurredAt, title: last.title ?? '' }, [last])]
}

import type { Figures } from '../../../languages/figures.ts'
import type { Speak } from '../../../languages/index.ts'
import { CaseCause, CaseOutcome, type TimeLineEntry } from '../../../vocabulary/case.ts'
import { scaleOf } from '../../../vocabulary/question.ts'
import { channelText } from './who.ts'

type Words = { t: Speak; f: Figures }
const MAIL_STATES = { accepted: 'mailSent', unknown: 'mailUnknown', failed: 'mailFailed' } as const

/** The headline and the small print of an entry. */
export function entryText(entry: TimeLineEntry, words: Words): { title: string; detail: string } {
  const { t } = words
  if (entry.kind === 'answer') {
    return {
      title: answerText(entry, t),
      detail: join(entry.title, channelText(entry.state ?? '', t)),
    }
  }
  if (entry.kind === 'case') return { title: closedText(entry, t), detail: join(entry.by) }
  if (entry.kind === 'mail' && entry.source === 'echolot') {
    const state = MAIL_STATES[entry.state as keyof typeof MAIL_STATES] ?? 'mailWaiting'
    return { title: entry.title ?? '', detail: join(t(`cases.timeLine.${state}`), entry.by) }
  }
  if (entry.kind === 'call' && entry.source === 'echolot') {
    const reached = entry.state === 'unreached' ? 'unreached' : 'reached'
    return { title: t(`cases.timeLine.${reached}`), detail: join(entry.by) }
  }
  return {
    title: entry.title ?? '',
    detail: join(
      amount(entry, words),
      entry.discounted ? t('cases.timeLine.discounted') : null,
      entry.state,
      sourceOf(entry),
    ),
  }
}

function answerText({ answer }: TimeLineEntry, t: Speak): string {
  if (typeof answer?.score === 'number') return t('cases.timeLine.scoreOf', { score: answer.score })
  const scale = answer && scaleOf(answer.opening)
  if (!scale || answer.rating === null) return t('cases.timeLine.inWords')
  const values = { rating: answer.rating, to: scale.to, opening: answer.opening }
  return t('cases.timeLine.ratingOf', values)
}

function closedText(entry: TimeLineEntry, t: Speak): string {
  const cause = CaseCause.options.find(one => one === entry.title) ?? 'other'
  const outcome = CaseOutcome.options.find(one => one === entry.state) ?? 'neutral'
  return t('cases.timeLine.closedAs', { cause: t(`cases.causes.${cause}`), outcome: t(`cases.outcomes.${outcome}`) })
}

const amount = (entry: TimeLineEntry, { f }: Words) =>
  entry.amountCents === null ? null : f.money(entry.amountCents, entry.currency ?? 'EUR')
const sourceOf = (entry: TimeLineEntry) =>
  ['echolot', 'api', 'import', 'demo'].includes(entry.source) ? null : entry.source
const join = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(' · ')

import { type Figures, figures } from '../../languages/figures.ts'
import { type Language, type Speak, speak } from '../../languages/index.ts'
import { isTooFew } from '../../stats/index.ts'
import {
  type Headline,
  isFlag,
  type NpsChange,
  type NpsFigure,
  type SegmentFigure,
  type SplittingAttribute,
  titleOf,
  valueTitle,
} from '../../vocabulary/index.ts'

/** What the sentence is made from. */
export type HeadlineFacts = {
  now: NpsFigure | null
  earlier: NpsFigure | null
  change: NpsChange | null
  against: 'before' | 'year' | 'none'
  segments: SegmentFigure[]
  /** What attributes are called. */
  choices: readonly SplittingAttribute[]
}

type Speaker = { t: Speak; f: Figures; language: Language }

/** The sentence on top of Pulse, made from the figures by rules, and the rules it was made by. */
export function headlineOf(facts: HeadlineFacts, language: Language): Headline {
  const speaker = { t: speak(language), f: figures(language), language }
  if (!facts.now) return { lead: speaker.t('pulse.head.none'), rest: '', because: [] }
  return {
    lead: lead(facts, facts.now, speaker),
    rest: rest(facts, facts.now, speaker),
    because: because(facts, facts.now, speaker),
  }
}

/** A difference that rounds to nothing is said as "about as". */
const moved = (change: NpsChange | null) => change !== null && Math.abs(Math.round(change.difference)) >= 1

function lead({ change, against }: HeadlineFacts, now: NpsFigure, { t, f }: Speaker): string {
  const nps = f.number(now.nps, 0)
  if (isTooFew(now.n)) return t('pulse.head.few', { nps, n: now.n })
  if (!change) return t('pulse.head.alone', { nps, lower: f.number(now.lower, 0), upper: f.number(now.upper, 0) })
  const values = { nps, points: f.number(Math.abs(change.difference), 0), against }
  if (!moved(change)) return t('pulse.head.same', values)
  return t(change.difference < 0 ? 'pulse.head.down' : 'pulse.head.up', values)
}

function rest(facts: HeadlineFacts, now: NpsFigure, speaker: Speaker): string {
  const { t, f } = speaker
  if (isTooFew(now.n)) return t('pulse.head.between', { lower: f.number(now.lower, 0), upper: f.number(now.upper, 0) })
  const { change } = facts
  if (change?.verdict === 'real') {
    const place = whereItMoved(facts.segments, change.difference)
    const direction = change.difference < 0 ? 'down' : 'up'
    return place
      ? t('pulse.head.realIn', { direction, ...named(place, facts.choices, speaker) })
      : t('pulse.head.real', { direction })
  }
  const tail = facts.segments.length > 0 ? standing(facts, speaker) : ''
  const chance =
    change && moved(change) ? t(change.verdict === 'unknown' ? 'pulse.head.unsure' : 'pulse.head.chance') : ''
  return [chance, tail].filter(Boolean).join(' ')
}

/** Where the change sits: the segment that moved for sure, the same way, and with it the most answers times points. */
function whereItMoved(segments: SegmentFigure[], difference: number): SegmentFigure | null {
  const weight = (segment: SegmentFigure) => Math.abs(segment.change?.difference ?? 0) * segment.n
  const found = segments.filter(
    ({ change }) =>
      change?.verdict === 'real' &&
      Math.sign(change.difference) === Math.sign(difference) &&
      Math.abs(change.difference) > Math.abs(difference),
  )
  return found.toSorted((a, b) => weight(b) - weight(a))[0] ?? null
}

/** Without a real change: who stands out, lowest first because that is where to act. Countries are not compared raw. */
function standing({ segments, choices }: HeadlineFacts, { t, f, language }: Speaker): string {
  const real = segments.filter(({ verdict, nps, style }) => verdict === 'real' && nps !== null && !style)
  const low = real
    .filter(({ direction }) => direction === 'below')
    .toSorted((a, b) => (a.upper ?? 0) - (b.upper ?? 0))[0]
  if (low) return t('pulse.head.low', { ...named(low, choices, { t, language }), nps: f.number(low.nps ?? 0, 0) })
  const high = real.find(({ direction }) => direction === 'above')
  return high ? t('pulse.head.high', { ...named(high, choices, { t, language }), nps: f.number(high.nps ?? 0, 0) }) : ''
}

const named = (
  { attribute, value }: SegmentFigure,
  choices: HeadlineFacts['choices'],
  { language, t }: Pick<Speaker, 'language' | 't'>,
) => ({
  attribute: titleOf(attribute, choices),
  value: isFlag(value) ? t(`attributes.flag.${value}`) : valueTitle(attribute, value, language),
})

function because(facts: HeadlineFacts, now: NpsFigure, { t, f }: Speaker): string[] {
  const { change, earlier, segments } = facts
  const tested = segments.filter(segment => segment.q !== null).length
  const lines = [
    t('pulse.because.now', {
      nps: f.number(now.nps),
      lower: f.number(now.lower),
      upper: f.number(now.upper),
      n: f.count(now.n),
      method: t(`pulse.method.${methodKey(now.method)}`),
    }),
  ]
  if (change && earlier) {
    const values = {
      difference: f.signed(change.difference, 1),
      lower: f.signed(change.lower, 1),
      upper: f.signed(change.upper, 1),
      p: f.p(change.p),
      before: f.number(earlier.nps),
      n: f.count(earlier.n),
    }
    lines.push(t('pulse.because.change', values), t(BECAUSE[change.verdict]))
  }
  if (tested > 0) lines.push(t('pulse.because.segments', { count: tested }))
  return lines
}

const BECAUSE = { real: 'pulse.because.real', noise: 'pulse.because.chance', unknown: 'pulse.because.few' } as const

const methodKey = (method: string) => (method === 'score' ? 'score' : 'adjustedWald')

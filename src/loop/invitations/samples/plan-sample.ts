import type { Reader } from '../../../platform/database/index.ts'
import type { Tools } from '../../../platform/tools.ts'
import { answersNeeded, type ExpectedShares, marginOf, smallestDetectable } from '../../../stats/index.ts'
import type { SamplePlan, SampleQuestion } from '../../../vocabulary/index.ts'
import { readSurvey } from '../../surveys/index.ts'
import { sortingFor } from '../waves/check-send.ts'
import { sortAudience } from '../waves/sort-candidates.ts'
import { stratify } from './draw-sample.ts'
import { expectedRate, expectedShares } from './expectations.ts'

/** Margins that people ask for, in points. */
const GOALS = [3, 5, 10]

/** Says before a send what its answers will be able to show. */
export async function planSample(
  reader: Reader,
  asked: SampleQuestion,
  tools: Pick<Tools, 'settings' | 'clock'>,
): Promise<SamplePlan> {
  await readSurvey(reader, asked.surveyId)
  const parts = await frameOf(reader, asked, tools)
  const reachable = parts.reduce((sum, part) => sum + part.frame, 0)
  const strata = stratify(parts, asked.sample ?? { size: Math.max(1, reachable), allocation: 'proportional' })
  const rate = await expectedRate(reader, asked.surveyId, tools.clock(), asked.responseRate)
  const shares = await expectedShares(reader, asked.surveyId, tools.clock())
  const invited = strata.reduce((sum, stratum) => sum + stratum.drawn, 0)
  const answers = invited * rate.share
  const effective = answers / designEffect(strata)
  return {
    reachable,
    invited,
    responseRate: rate,
    expectation: shares,
    answers,
    margin: marginIn(effective, shares, reachable),
    goals: GOALS.map(margin => goalOf(margin, shares, rate.share, reachable)),
    strata: asked.sample?.by
      ? strata.map(stratum => {
          const own = stratum.drawn * rate.share
          return { ...stratum, answers: own, margin: marginIn(own, shares, stratum.frame) }
        })
      : [],
    detectable: effective >= 1 ? smallestDetectable(shares, effective, effective) * 100 : null,
  }
}

async function frameOf(reader: Reader, asked: SampleQuestion, tools: Pick<Tools, 'settings' | 'clock'>) {
  const by = asked.sample?.by ?? null
  const sorting = await sortingFor(reader, { audience: asked.audience, channel: asked.channel, by }, tools, null)
  const counts = new Map<string | null, number>()
  for await (const portion of sortAudience(reader, sorting))
    for (const { part } of portion.asked) counts.set(part, (counts.get(part) ?? 0) + 1)
  return [...counts]
    .map(([value, frame]) => ({ value, frame }))
    .sort((a, b) => (a.value ?? '').localeCompare(b.value ?? ''))
}

/** How far the interval reaches to each side, in points; null without an answer. */
const marginIn = (answers: number, shares: ExpectedShares, population: number): number | null =>
  answers < 1 || population < 1 ? null : marginOf(Math.min(answers, population), shares, { population }) * 100

function goalOf(margin: number, shares: ExpectedShares, rate: number, reachable: number): SamplePlan['goals'][number] {
  const answers = answersNeeded(margin / 100, shares, reachable > 0 ? { population: reachable } : {})
  const invitations = Math.ceil(answers / rate)
  return { margin, answers, invitations, possible: invitations <= reachable }
}

/** How many times more answers unequal weights need (Kish 1965): n·Σw² / (Σw)². */
function designEffect(strata: { drawn: number; weight: number }[]): number {
  const sum = (of: (weight: number) => number) => strata.reduce((all, { drawn, weight }) => all + drawn * of(weight), 0)
  const drawn = sum(() => 1)
  return drawn === 0 ? 1 : (drawn * sum(weight => weight * weight)) / sum(weight => weight) ** 2
}

import {
  holdoutNeeded,
  newcombeDifference,
  pAdjust,
  pooledShareTest,
  powerOfHoldout,
  type Share,
  wilson,
} from '../../../stats/index.ts'
import type { SubjectArm, SubjectResult } from '../../../vocabulary/index.ts'

const SURE = 0.05
const POWER = 0.8
/** The difference in shares of answers that is worth seeing. */
const WORTH = 0.05

/** How people answered to one subject line, with its interval. */
export function armOf(arm: number, texts: SubjectArm['texts'], sent: number, answered: number): SubjectArm {
  const seen = sent > 0 ? wilson(answered, sent) : null
  const share = sent > 0 ? answered / sent : null
  return { arm, texts, sent, answered, share, lower: seen?.lower ?? null, upper: seen?.upper ?? null }
}

/** The best subject line against the next one; p is that of the whole family of comparisons (Holm). */
export function compareArms(arms: SubjectArm[]): Pick<SubjectResult, 'best' | 'difference' | 'verdict'> {
  const [best, next] = [...arms].sort((a, b) => (b.share ?? -1) - (a.share ?? -1))
  if (!best || !next) return { best: null, difference: null, verdict: null }
  const pairs = arms.flatMap((a, i) => arms.slice(i + 1).map(b => [a, b] as const))
  const tests = pairs.map(([a, b]) => pooledShareTest(shareOf(a), shareOf(b))?.p ?? 1)
  const at = pairs.findIndex(pair => pair.some(arm => arm === best) && pair.some(arm => arm === next))
  const p = pAdjust(tests, 'holm')[at] ?? 1
  const seen = newcombeDifference(shareOf(best), shareOf(next))
  if (!seen) return { best: null, difference: null, verdict: null }
  const difference = { against: next.arm, share: seen.difference, lower: seen.lower, upper: seen.upper, p }
  const real = p < SURE
  return { best: real ? best.arm : null, difference, verdict: real ? 'real' : 'noise' }
}

/** How many people per subject line a difference of 5 percentage points needs, and what these numbers can see. */
export function sizeOfTest(arms: SubjectArm[]): Pick<SubjectResult, 'neededPerArm' | 'detectable'> {
  const sent = arms.reduce((sum, arm) => sum + arm.sent, 0)
  const answered = arms.reduce((sum, arm) => sum + arm.answered, 0)
  if (sent === 0) return { neededPerArm: null, detectable: null }
  const base = Math.min(answered / sent, 1 - WORTH)
  const least = Math.min(...arms.map(arm => arm.sent))
  return { neededPerArm: holdoutNeeded(base, base + WORTH)?.n ?? null, detectable: detectableWith(base, least) }
}

/** The smallest difference that so many people per subject line find in 4 of 5 cases. */
function detectableWith(base: number, n: number): number | null {
  if (n < 1) return null
  let [low, high] = [0, 1 - base]
  if (powerOfHoldout(base, base + high, n, n) < POWER) return null
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2
    if (powerOfHoldout(base, base + middle, n, n) < POWER) low = middle
    else high = middle
  }
  return high
}

const shareOf = ({ answered, sent }: SubjectArm): Share => ({ x: answered, n: sent })

import { localLevel } from './local-level.ts'
import { nps } from './nps.ts'
import { npsVariance } from './nps-variance.ts'
import { at } from './special/at.ts'
import { criticalZ } from './special/critical-z.ts'
import { mergeTallies, sizeOf, type Tally } from './tally.ts'
import { plusThree, withPseudoAnswers } from './wald-interval.ts'

/** The smoothed NPS of a series of periods, −1..1; all `null` when no period has an answer. */
export type Level = {
  level: (number | null)[]
  lower: (number | null)[]
  upper: (number | null)[]
  /** Variance of the true level's step from one period to the next, by maximum likelihood unless given. */
  q: number
}

type Observed = { y: (number | null)[]; v: number[]; from: number }

// The pooled variance over n: a week of one class has no variance of its own, yet must not pull the line to itself.
const observe = (tallies: Tally[]): Observed => {
  const pooled = npsVariance(withPseudoAnswers(mergeTallies(...tallies), plusThree)) ?? 1
  const y = tallies.map(tally => nps(tally))
  const v = tallies.map(tally => (sizeOf(tally) > 0 ? pooled / sizeOf(tally) : 0))
  return { y, v, from: y.findIndex(value => value !== null) }
}

// Exact diffuse start: the first period with answers is the first level, with its own sampling variance.
const follow = ({ y, v, from }: Observed, q: number) =>
  localLevel({ y: [null, ...y.slice(from + 1)], v: v.slice(from), q, a0: y[from] ?? 0, p0: at(v, from) })

// Likelihood over log q on a grid, refined around its best point; q = 0 (nothing moves) competes too.
const likeliestQ = (observed: Observed): number => {
  const gain = (logQ: number) => follow(observed, Math.exp(logQ)).logLik
  let [best, step] = [-12, 1]
  for (let logQ = -24; logQ <= 1; logQ += step) if (gain(logQ) > gain(best)) best = logQ
  while (step > 1e-6) {
    step /= 2
    for (const near of [best - step, best + step]) if (gain(near) > gain(best)) best = near
  }
  return follow(observed, 0).logLik >= gain(best) - 1e-9 ? 0 : Math.exp(best)
}

const clip = (value: number): number => Math.min(1, Math.max(-1, value))

/**
 * The level behind noisy periods: small periods bend the line less than large ones, periods without answers are
 * bridged with a wider band. Periods in order of time; `null` everywhere when no period has an answer.
 * Source: Durbin & Koopman (2012), local level with known sampling variance.
 * @example level([{ tally: { promoters: 50, passives: 30, detractors: 20 } }, { tally: { promoters: 2, passives: 0, detractors: 0 } }]).q // => 0.180368672
 */
export const level = (
  periods: readonly { tally: Tally }[],
  { conf = 0.95, q }: { conf?: number; q?: number } = {},
): Level => {
  const observed = observe(periods.map(period => period.tally))
  if (observed.from < 0) {
    const none = periods.map(() => null)
    return { level: none, lower: [...none], upper: [...none], q: q ?? 0 }
  }
  const variance = q ?? likeliestQ(observed)
  const { smoothed, smoothedVar } = follow(observed, variance)
  const z = criticalZ(conf)
  // Before the first answer the level is the first one, less certain with every step back.
  const lead = (t: number) => Math.max(0, observed.from - t)
  const mean = periods.map((_, t) => at(smoothed, Math.max(0, t - observed.from)))
  const reach = periods.map((_, t) => {
    const own = at(smoothedVar, Math.max(0, t - observed.from))
    return z * Math.sqrt(own + lead(t) * variance)
  })
  return {
    level: mean.map(clip),
    lower: mean.map((value, t) => clip(value - at(reach, t))),
    upper: mean.map((value, t) => clip(value + at(reach, t))),
    q: variance,
  }
}

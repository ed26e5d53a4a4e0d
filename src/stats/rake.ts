import { at, sum } from './special/at.ts'
import { countable } from './special/within.ts'

/** One known margin: the group of each answer and the share each group has among all customers. */
export type Margin = { groups: readonly string[]; targets: Readonly<Record<string, number>> }

/** Weights with mean 1 that reproduce every margin. */
export type Raked = { weights: number[]; rounds: number; converged: boolean }

const mostRounds = 1000

const check = (margins: readonly Margin[], n: number): void => {
  margins.forEach(({ groups, targets }, m) => {
    if (groups.length !== n) throw new RangeError(`margin ${m} has ${groups.length} groups for ${n} answers`)
    const total = sum(Object.values(targets))
    if (!(Math.abs(total - 1) < 1e-6)) throw new RangeError(`targets of margin ${m} must add up to 1, got ${total}`)
    for (const [group, target] of Object.entries(targets)) {
      if (!(target >= 0)) throw new RangeError(`target of ${group} must be at least 0, got ${target}`)
      if (target > 0 && !groups.includes(group))
        throw new RangeError(`nobody answered in group ${group} of margin ${m}`)
    }
    const stray = groups.find(group => !Object.hasOwn(targets, group))
    if (stray !== undefined) throw new RangeError(`group ${stray} of margin ${m} has no target`)
  })
}

// Scales weights to one margin; says by how much the worst group was off.
const fitMargin = (weights: number[], { groups, targets }: Margin): number => {
  const totals = new Map<string, number>()
  for (const [i, group] of groups.entries()) totals.set(group, (totals.get(group) ?? 0) + at(weights, i))
  let worst = 0
  const factors = new Map<string, number>()
  for (const [group, total] of totals) {
    const wanted = (targets[group] ?? 0) * weights.length
    factors.set(group, total > 0 ? wanted / total : 0)
    worst = Math.max(worst, Math.abs(total - wanted) / weights.length)
  }
  groups.forEach((group, i) => {
    weights[i] = at(weights, i) * (factors.get(group) ?? 0)
  })
  return worst
}

/**
 * Raking (iterative proportional fitting): weights of answers such that each margin has its known shares, to 1e-12.
 * `null` without answers. Throws RangeError for targets that don't add up to 1, a group without target or a target
 * that nobody answered for. Source: Deming & Stephan (1940); R survey::rake.
 * @example rake([{ groups: ['f', 'f', 'm'], targets: { f: 0.5, m: 0.5 } }])?.weights // => [0.75, 0.75, 1.5]
 */
export const rake = (margins: readonly Margin[]): Raked | null => {
  const n = margins[0]?.groups.length ?? 0
  check(margins, n)
  if (n === 0) return null
  const weights = new Array<number>(n).fill(1)
  for (let rounds = 1; rounds <= mostRounds; rounds++) {
    let worst = 0
    for (const margin of margins) worst = Math.max(worst, fitMargin(weights, margin))
    if (worst < 1e-12) return { weights, rounds, converged: true }
  }
  return { weights, rounds: mostRounds, converged: false }
}

/** Weights cut to a range, and how many were cut: say so beside the figure. */
export type TrimmedWeights = { weights: number[]; trimmed: number }

/**
 * Weights cut to [low, high] times their mean and scaled back to the old mean, so that no answer speaks for too many.
 * Throws RangeError unless 0 ≤ low ≤ 1 ≤ high. Source: Potter (1990).
 * @example trimWeights([0.1, 1, 1, 1.9], 0.3, 3) // => { weights: [0.2857142857, 0.9523809524, 0.9523809524, 1.8095238095], trimmed: 1 }
 */
export const trimWeights = (weights: readonly number[], low = 0.3, high = 3): TrimmedWeights => {
  if (!(low >= 0 && low <= 1 && high >= 1))
    throw new RangeError(`limits must be low ≤ 1 ≤ high, got ${low} and ${high}`)
  for (const weight of weights) countable(weight, 'a weight')
  const total = sum(weights)
  if (total === 0) return { weights: [...weights], trimmed: 0 }
  const mean = total / weights.length
  const cut = weights.map(weight => Math.min(high * mean, Math.max(weight > 0 ? low * mean : 0, weight)))
  const scale = total / sum(cut)
  const trimmed = weights.filter((weight, i) => weight !== at(cut, i)).length
  return { weights: trimmed === 0 ? [...weights] : cut.map(weight => weight * scale), trimmed }
}

import { at, sum } from '../special/at.ts'
import { chiSquareUpper } from '../special/chi-square.ts'
import { criticalZ } from '../special/critical-z.ts'
import type { OrdinalRow } from './cumulative-terms.ts'
import { type CumulativeFit, fitCumulative } from './fit-cumulative.ts'

/** One country (language, culture) and its answers per score (or per category), lowest first. */
export type GroupCounts = { key: string; counts: readonly number[] }

/** Where a group stands and how wide its answers spread, against the first group (0 and 0). */
export type GroupPosition = {
  key: string
  location: number
  seLocation: number
  lower: number
  upper: number
  /** Log of the spread: below 0 means more middling answers than the first group. */
  logScale: number
  seLogScale: number
}

/** All groups on one latent scale, and the test whether their spreads differ. */
export type LocationScale = {
  groups: GroupPosition[]
  /** Cut points between categories; null where a category at the edge has no answer at all. */
  thresholds: (number | null)[]
  logLikelihood: number
  logLikelihoodSameScale: number
  chi2: number
  df: number
  p: number
}

/**
 * Countries on one scale although one uses the middle and another the ends: P(Y ≤ j) = Φ((cut j − location)/spread).
 * It cannot tell opinion from style without anchors; say so beside it. The first group is the reference.
 * null with fewer than two groups, fewer than three categories in use, or when no finite maximum exists (a group
 * without answers, or with all answers in one category). Throws RangeError for unequal lists or counts below 0.
 * Source: McCullagh (1980); as clm(scale = ~ group, link = 'probit') of R's ordinal.
 * @example locationScale([{ key: 'a', counts: [5, 5, 5] }, { key: 'b', counts: [2, 11, 2] }])?.groups[1]?.location // => 0
 */
export const locationScale = (
  groups: readonly GroupCounts[],
  options: { conf?: number; link?: 'logistic' | 'probit' } = {},
): LocationScale | null => {
  const categories = checkedLength(groups)
  const used = usedCategories(groups, categories)
  if (groups.length < 2 || used.length < 3) return null
  if (groups.some(group => group.counts.filter(count => count > 0).length < 2)) return null
  const link = options.link ?? 'probit'
  const [cuts, others] = [used.length - 1, groups.length - 1]
  const full = fitCumulative(rowsOf(groups, used, true), { cuts, locations: others, scales: others }, link)
  const same = fitCumulative(rowsOf(groups, used, false), { cuts, locations: others, scales: 0 }, link)
  if (!full || !same) return null
  const chi2 = Math.max(0, 2 * (full.logLikelihood - same.logLikelihood))
  return {
    groups: groups.map((group, g) => positionOf(group.key, g, full, cuts, others, criticalZ(options.conf ?? 0.95))),
    thresholds: spreadOut(full.parameters.slice(0, cuts), used, categories),
    logLikelihood: full.logLikelihood,
    logLikelihoodSameScale: same.logLikelihood,
    chi2,
    df: others,
    p: chiSquareUpper(chi2, others),
  }
}

const checkedLength = (groups: readonly GroupCounts[]): number => {
  const length = groups[0]?.counts.length ?? 0
  for (const { key, counts } of groups) {
    if (counts.length !== length) throw new RangeError(`"${key}" must have ${length} counts, got ${counts.length}`)
    if (!counts.every(count => count >= 0 && Number.isFinite(count)))
      throw new RangeError(`the counts of "${key}" must be numbers of at least 0`)
  }
  return length
}

const usedCategories = (groups: readonly GroupCounts[], categories: number): number[] =>
  Array.from({ length: categories }, (_, j) => j).filter(j => sum(groups.map(group => at(group.counts, j))) > 0)

const rowsOf = (groups: readonly GroupCounts[], used: number[], withScale: boolean): OrdinalRow[] =>
  groups
    .flatMap(({ counts }, g) => {
      const x = groups.slice(1).map((_, i) => (i + 1 === g ? 1 : 0))
      return used.map((j, category) => ({ category, weight: at(counts, j), x, z: withScale ? x : [] }))
    })
    .filter(row => row.weight > 0)

const positionOf = (
  key: string,
  g: number,
  fit: CumulativeFit,
  cuts: number,
  others: number,
  z: number,
): GroupPosition => {
  if (g === 0) return { key, location: 0, seLocation: 0, lower: 0, upper: 0, logScale: 0, seLogScale: 0 }
  const [place, spread] = [cuts + g - 1, cuts + others + g - 1]
  const seOf = (i: number) => Math.sqrt(at(fit.covariance[i] ?? [], i))
  const location = at(fit.parameters, place)
  return {
    key,
    location,
    seLocation: seOf(place),
    lower: location - z * seOf(place),
    upper: location + z * seOf(place),
    logScale: at(fit.parameters, spread),
    seLogScale: seOf(spread),
  }
}

// A category nobody chose has no cut of its own: inside it shares the next one, at an edge there is none.
const spreadOut = (cuts: number[], used: number[], categories: number): (number | null)[] =>
  Array.from({ length: categories - 1 }, (_, j) => {
    const below = used.filter(category => category <= j).length
    return below === 0 || below > cuts.length ? null : at(cuts, below - 1)
  })

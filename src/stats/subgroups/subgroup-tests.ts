import { adjustedWaldDifference } from '../difference-wald.ts'
import { pAdjust } from '../p-adjust.ts'
import { at } from '../special/at.ts'
import { complementOf, mergeTallies, type Tally } from '../tally.ts'

/** A subgroup against everybody else. */
export type SubgroupTest = { key: string; z: number | null; p: number | null; q: number | null; flagged: boolean }

/**
 * Disjoint subgroups, each against its complement (never against the total, which contains it), adjusted Wald, with
 * Benjamini-Hochberg over all of them; `flagged` where q ≤ `fdr` (0.1). null where a side has no answers.
 * For subgroups that overlap use `discoverSubgroups`. Throws RangeError for counts below 0.
 * @example subgroupTests([{ key: 'a', tally: { promoters: 50, passives: 0, detractors: 0 } }, { key: 'b', tally: { promoters: 0, passives: 0, detractors: 50 } }]).map(test => test.flagged) // => [true, true]
 */
export const subgroupTests = (
  subgroups: readonly { key: string; tally: Tally }[],
  options: { fdr?: number } = {},
): SubgroupTest[] => {
  const whole = mergeTallies(...subgroups.map(({ tally }) => tally))
  const tests = subgroups.map(({ tally }) => adjustedWaldDifference(tally, complementOf(whole, tally)))
  const tested = tests.flatMap((test, i) => (test ? [{ i, p: test.p }] : []))
  const q = pAdjust(
    tested.map(({ p }) => p),
    'BH',
  )
  const qOf = new Map(tested.map(({ i }, order) => [i, at(q, order)]))
  return subgroups.map(({ key }, i) => ({
    key,
    z: tests[i]?.z ?? null,
    p: tests[i]?.p ?? null,
    q: qOf.get(i) ?? null,
    flagged: (qOf.get(i) ?? 1) <= (options.fdr ?? 0.1),
  }))
}

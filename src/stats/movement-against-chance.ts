import { npsInterval } from './nps-interval.ts'
import { nullTransition } from './null-transition.ts'
import { at } from './special/at.ts'
import { type TransitionShare, transitionShares } from './transitions.ts'

/** One move between categories beside what happens by itself; `beyond` is observed minus expected. */
export type MoveAgainstChance = TransitionShare & { expected: number; beyond: number | null; beyondChance: boolean }

/** What came into the promoters and what left them, as a share of all pairs, −1..1. */
export type NetFlow = { gained: number; lost: number; net: number; lower: number; upper: number }

/** Observed moves, the moves expected by chance alone, and the net flow. */
export type MovementAgainstChance = { moves: MoveAgainstChance[][]; promoters: NetFlow | null }

/**
 * Net flow of promoters in a 3 × 3 table (rows first answer; promoter, passive, detractor): gained minus lost, with the
 * interval of two paired shares. Never the gross "conversion" alone. `null` without pairs.
 * @example netFlow([[40, 8, 2], [12, 22, 6], [3, 5, 12]])?.net // => 0.0454545454545455
 */
export const netFlow = (table: readonly (readonly number[])[], conf = 0.95): NetFlow | null => {
  const cell = (row: number, column: number) => at(table[row] ?? [], column)
  const gained = cell(1, 0) + cell(2, 0)
  const lost = cell(0, 1) + cell(0, 2)
  const n = table.reduce((all, row) => all + row.reduce((sum, x) => sum + x, 0), 0)
  const interval = npsInterval({ promoters: gained, passives: n - gained - lost, detractors: lost }, { conf })
  if (interval === null) return null
  return { gained: gained / n, lost: lost / n, net: (gained - lost) / n, lower: interval.lower, upper: interval.upper }
}

/**
 * Moves between two answers of the same people beside those that chance alone makes with test-retest correlation `rho`
 * and the first answers' shares. `beyondChance` says that the Wilson interval leaves out what is expected; without a holdout
 * that is still no proof of an effect. Throws RangeError unless the table is 3 × 3 with answers.
 * Source: Barnett, van der Pols & Dobson (2005); Wilson (1927).
 * @example movementAgainstChance([[40, 8, 2], [12, 22, 6], [3, 5, 12]], 0.6).moves[1]?.[0]?.expected // => 0.342423690794
 */
export const movementAgainstChance = (
  table: readonly (readonly number[])[],
  rho: number,
  { conf = 0.95 }: { conf?: number } = {},
): MovementAgainstChance => {
  if (table.length !== 3 || table.some(row => row.length !== 3)) throw new RangeError('the table must be 3 × 3')
  const [promoter = 0, passive = 0, detractor = 0] = table.map(row => row.reduce((all, x) => all + x, 0))
  const expected = nullTransition({ promoter, passive, detractor }, rho)
  const moves = transitionShares(table, { conf }).map((row, from) =>
    row.map((move, to) => against(move, at(expected[from] ?? [], to))),
  )
  return { moves, promoters: netFlow(table, conf) }
}

const against = (move: TransitionShare, expected: number): MoveAgainstChance => ({
  ...move,
  expected,
  beyond: move.share === null ? null : move.share - expected,
  beyondChance: move.lower !== null && move.upper !== null && (expected < move.lower || expected > move.upper),
})

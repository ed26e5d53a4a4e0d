import { nps } from './nps.ts'
import { type Category, categoryOf } from './score.ts'
import { at } from './special/at.ts'
import { type TransitionShare, transitionShares } from './transitions.ts'

/** Two answers of one person. */
export type AnswerPair = { first: number; second: number }

/** How answers of the same people moved; a share is `null` where nobody was in its starting group. */
export type PanelMovement = {
  n: number
  /** Rows first answer, columns second; promoter, passive, detractor. */
  table: number[][]
  first: number | null
  second: number | null
  passiveToPromoter: TransitionShare | null
  promoterToWorse: number | null
  /** Test-retest correlation of the two scores (Pearson): the `rho` of `nullTransition`. */
  correlation: number | null
  sevenToPromoter: number | null
  eightToPromoter: number | null
  /** Means of those who gave 0 to 3 at first: they rise by themselves. */
  lowestFirst: number | null
  lowestFollowUp: number | null
}

const order: Category[] = ['promoter', 'passive', 'detractor']

const tableOf = (pairs: readonly AnswerPair[]): number[][] => {
  const table = order.map(() => [0, 0, 0])
  for (const { first, second } of pairs) {
    const row = table[order.indexOf(categoryOf(first))] ?? []
    const column = order.indexOf(categoryOf(second))
    row[column] = at(row, column) + 1
  }
  return table
}

const mean = (values: number[]): number | null =>
  values.length === 0 ? null : values.reduce((all, value) => all + value, 0) / values.length

const shareWhere = (pairs: AnswerPair[]): number | null =>
  mean(pairs.map(pair => (categoryOf(pair.second) === 'promoter' ? 1 : 0)))

/**
 * Pearson correlation of two answers of the same people; `null` when one of them does not vary.
 * @example testRetest([{ first: 1, second: 2 }, { first: 5, second: 6 }, { first: 9, second: 7 }]) // => 0.944911182523
 */
export const testRetest = (pairs: readonly AnswerPair[]): number | null => {
  const [x, y] = [mean(pairs.map(pair => pair.first)) ?? 0, mean(pairs.map(pair => pair.second)) ?? 0]
  let [xx, yy, xy] = [0, 0, 0]
  for (const { first, second } of pairs) {
    xx += (first - x) ** 2
    yy += (second - y) ** 2
    xy += (first - x) * (second - y)
  }
  return xx > 0 && yy > 0 ? Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy))) : null
}

/**
 * How people moved between two answers, with 7 and 8 kept apart. Describes; it does not say why: compare it with
 * `nullTransition`. Throws RangeError for a score outside 0..10.
 * @example panelMovement([{ first: 8, second: 9 }, { first: 7, second: 7 }]).eightToPromoter // => 1
 */
export const panelMovement = (pairs: readonly AnswerPair[]): PanelMovement => {
  const table = tableOf(pairs)
  const rows = transitionShares(table)
  const margin = (sums: number[]) => nps({ promoters: at(sums, 0), passives: at(sums, 1), detractors: at(sums, 2) })
  const lowest = pairs.filter(pair => pair.first <= 3)
  const stayed = rows[0]?.[0]?.share ?? null
  return {
    n: pairs.length,
    table,
    first: margin(table.map(row => row.reduce((all, x) => all + x, 0))),
    second: margin([0, 1, 2].map(column => table.reduce((all, row) => all + at(row, column), 0))),
    passiveToPromoter: rows[1]?.[0] ?? null,
    promoterToWorse: stayed === null ? null : 1 - stayed,
    correlation: testRetest(pairs),
    sevenToPromoter: shareWhere(pairs.filter(pair => pair.first === 7)),
    eightToPromoter: shareWhere(pairs.filter(pair => pair.first === 8)),
    lowestFirst: mean(lowest.map(pair => pair.first)),
    lowestFollowUp: mean(lowest.map(pair => pair.second)),
  }
}

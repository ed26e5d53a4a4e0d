import { pAdjust } from '../p-adjust.ts'
import { at } from '../special/at.ts'
import { chiSquareUpper } from '../special/chi-square.ts'

/** How much more often a word stands in one pile of comments than in the other. */
export type Keyness = {
  /** Dunning's G² over all four cells: the test to use. */
  g2: number
  /** Rayson's LL over the two word cells, as corpus tools print it. */
  ll: number
  chi2: number
  /** Binary logarithm of the ratio of the two shares; 1 = twice as common, below 0 = rarer. 0 counts as one half. */
  logRatio: number
  p: number
}

/** Comments with the word among the target's and the reference's, and how many comments each has. */
export type WordCounts = { target: number; reference: number; targetTotal: number; referenceTotal: number }

/**
 * Keyness of one word. Count comments that contain it, not occurrences: one ranter repeats himself.
 * null when the word is nowhere, everywhere, or a pile is empty. Throws RangeError unless 0 ≤ count ≤ total.
 * Source: Dunning (1993); Rayson & Garside (2000); Hardie (2014) for the log ratio.
 * @example keyness({ target: 30, reference: 10, targetTotal: 1000, referenceTotal: 2000 })?.logRatio // => 2.58496250072116
 */
export const keyness = ({ target, reference, targetTotal, referenceTotal }: WordCounts): Keyness | null => {
  for (const [count, total] of [
    [target, targetTotal],
    [reference, referenceTotal],
  ] as const)
    if (!(count >= 0 && count <= total && total <= Number.MAX_SAFE_INTEGER))
      throw new RangeError(`a count must lie between 0 and its total, got ${count} of ${total}`)
  const all = targetTotal + referenceTotal
  const word = target + reference
  if (targetTotal === 0 || referenceTotal === 0 || word === 0 || word === all) return null
  const observed = [target, reference, targetTotal - target, referenceTotal - reference]
  const expected = [
    word * targetTotal,
    word * referenceTotal,
    (all - word) * targetTotal,
    (all - word) * referenceTotal,
  ]
  const cells = observed.map((count, i) => cellPart(count, at(expected, i) / all))
  const ll = Math.max(0, 2 * (at(cells, 0) + at(cells, 1)))
  const g2 = Math.max(0, 2 * cells.reduce((total, cell) => total + cell, 0))
  const chi2 = observed.reduce(
    (total, count, i) => total + (count - at(expected, i) / all) ** 2 / (at(expected, i) / all),
    0,
  )
  const logRatio = Math.log2((target || 0.5) / targetTotal / ((reference || 0.5) / referenceTotal))
  return { g2, ll, chi2, logRatio, p: chiSquareUpper(g2, 1) }
}

const cellPart = (observed: number, expected: number): number =>
  observed > 0 ? observed * Math.log(observed / expected) : 0

/** A word with its keyness, corrected for all words looked at; `side` says where it is more common. */
export type KeyWord = Keyness & {
  word: string
  target: number
  reference: number
  q: number
  side: 'target' | 'reference'
}

/**
 * Key words of two piles of comments (promoters against detractors), strongest first, Benjamini-Hochberg over all
 * words that stand in at least `minimum` (3) comments. Empty when there are none.
 * @example keyWords([{ word: 'slow', target: 30, reference: 10 }], { target: 1000, reference: 2000 })[0]?.side // => 'target'
 */
export const keyWords = (
  words: readonly { word: string; target: number; reference: number }[],
  totals: { target: number; reference: number },
  options: { minimum?: number } = {},
): KeyWord[] => {
  const found = words.flatMap(({ word, target, reference }) => {
    const counts = { target, reference, targetTotal: totals.target, referenceTotal: totals.reference }
    const key = target + reference >= (options.minimum ?? 3) ? keyness(counts) : null
    const side: KeyWord['side'] = key && key.logRatio < 0 ? 'reference' : 'target'
    return key ? [{ word, target, reference, ...key, side }] : []
  })
  const q = pAdjust(
    found.map(key => key.p),
    'BH',
  )
  return found.map((key, i) => ({ ...key, q: at(q, i) })).sort((a, b) => b.g2 - a.g2)
}

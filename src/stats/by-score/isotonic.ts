import { at } from '../special/at.ts'

/**
 * The rising sequence nearest to `values` (weighted least squares): shares by score, smoothed without a formula, on
 * the one assumption that a higher score is not worse. Places of weight 0 take the value of the block before them;
 * null where no weight stands before. Throws RangeError for unequal lists or negative weights.
 * Source: pool adjacent violators, Barlow et al. (1972); as R's isoreg.
 * @example isotonic([1, 3, 2, 4], [1, 1, 1, 1]) // => [1, 2.5, 2.5, 4]
 */
export const isotonic = (values: readonly number[], weights: readonly number[]): (number | null)[] => {
  if (values.length !== weights.length) throw new RangeError('values and weights must be of one length')
  if (!weights.every(weight => weight >= 0)) throw new RangeError('weights must be at least 0')
  const blocks: { value: number; weight: number; places: number }[] = []
  let leading = 0
  for (const [i, weight] of weights.entries()) {
    const last = blocks.at(-1)
    if (weight > 0) blocks.push({ value: at(values, i), weight, places: 1 })
    else if (last) last.places++
    else leading++
    merge(blocks)
  }
  return [
    ...new Array<null>(leading).fill(null),
    ...blocks.flatMap(block => new Array<number>(block.places).fill(block.value)),
  ]
}

const merge = (blocks: { value: number; weight: number; places: number }[]): void => {
  for (;;) {
    const [before, last] = [blocks.at(-2), blocks.at(-1)]
    if (!before || !last || before.value <= last.value) return
    const weight = before.weight + last.weight
    before.value = (before.value * before.weight + last.value * last.weight) / weight
    before.weight = weight
    before.places += last.places
    blocks.pop()
  }
}

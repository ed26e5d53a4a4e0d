import { at } from '../special/at.ts'
import type { Tally } from '../tally.ts'
import type { Grid } from './candidates.ts'

/** Net sum and number of extreme answers (promoters and detractors) per cell of a grid. */
const sumsOf = (grid: Grid, marks: Int8Array): { net: Int32Array; extreme: Int32Array } => {
  const [net, extreme] = [new Int32Array(grid.size), new Int32Array(grid.size)]
  for (let i = 0; i < marks.length; i++) {
    const cell = grid.cellOf[i] as number
    const mark = marks[i] as number
    net[cell] = (net[cell] as number) + mark
    if (mark !== 0) extreme[cell] = (extreme[cell] as number) + 1
  }
  return { net, extreme }
}

/** The adjusted-Wald z of every cell against its complement; `marks` are 1, 0, −1 per row. */
export const cellScores = (grid: Grid, marks: Int8Array): number[] => {
  const { net, extreme } = sumsOf(grid, marks)
  const [allNet, allExtreme] = [total(net), total(extreme)]
  return grid.cells.map(({ code, n }) => {
    const [own, ownExtreme] = [at(net, code), at(extreme, code)]
    const here = adjusted(own, ownExtreme, n)
    const there = adjusted(allNet - own, allExtreme - ownExtreme, marks.length - n)
    return (here.mean - there.mean) / Math.sqrt(here.variance + there.variance)
  })
}

// Plus 3/4 promoters, 3/2 passives, 3/4 detractors.
const adjusted = (net: number, extreme: number, n: number): { mean: number; variance: number } => {
  const mean = net / (n + 3)
  return { mean, variance: ((extreme + 1.5) / (n + 3) - mean * mean) / (n + 3) }
}

/** The tally of every cell of a grid. */
export const cellTallies = (grid: Grid, marks: Int8Array): Tally[] => {
  const { net, extreme } = sumsOf(grid, marks)
  return grid.cells.map(({ code, n }) => {
    const promoters = (at(extreme, code) + at(net, code)) / 2
    return { promoters, passives: n - at(extreme, code), detractors: promoters - at(net, code) }
  })
}

const total = (values: Int32Array): number => values.reduce((sum, value) => sum + value, 0)

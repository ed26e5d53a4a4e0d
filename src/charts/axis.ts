import { scaleLinear } from 'd3-scale'
import type { ChartWords, Piece } from './draw.ts'
import { letters, line } from './draw.ts'

export type Axis = { at: (value: number) => number; ticks: number[]; from: number; to: number }

/** A straight scale whose ends are round numbers (unless `round` is false) and whose ticks keep `gap` px between them. */
export function axis(
  values: readonly number[],
  range: [number, number],
  options: { gap?: number; least?: number; limit?: [number, number]; round?: boolean } = {},
): Axis {
  const found = values.filter(Number.isFinite)
  const [low, high] = found.length ? [Math.min(...found), Math.max(...found)] : [0, 100]
  const middle = (low + high) / 2
  const half = Math.max((high - low) / 2, (options.least ?? 0) / 2, Number.EPSILON)
  const [floor, ceiling] = options.limit ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  const count = Math.max(2, Math.floor(Math.abs(range[1] - range[0]) / (options.gap ?? 60)))
  const plain = scaleLinear([Math.max(floor, middle - half), Math.min(ceiling, middle + half)], range)
  const scale = options.round === false ? plain : plain.nice(count)
  const [from = 0, to = 1] = scale.domain()
  const whole = scale.ticks(count).filter(Number.isInteger)
  return { at: value => scale(value), ticks: whole, from, to }
}

/** Hairlines with their numbers left of the plot. */
export const sideTicks = (scale: Axis, left: number, right: number, { f }: ChartWords): Piece[] =>
  scale.ticks.flatMap(tick => [
    line(left, scale.at(tick), right, scale.at(tick), tick === 0 ? 'line' : 'line-2'),
    letters(left - 8, scale.at(tick) + 4, f.signed(tick), { anchor: 'end' }),
  ])

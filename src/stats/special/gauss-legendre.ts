import { at } from './at.ts'

/** Points and weights of a sum that stands for an integral. */
export type Quadrature = { points: number[]; weights: number[] }

const standard = new Map<number, Quadrature>()

/**
 * Gauss–Legendre rule with `count` points on [low, high].
 * Source: Newton's method on the Legendre polynomial, Press et al., Numerical Recipes, gauleg.
 * @example gaussLegendre(2, -1, 1).weights // => [1, 1]
 */
export const gaussLegendre = (count: number, low: number, high: number): Quadrature => {
  const rule = standard.get(count) ?? onUnitInterval(count)
  standard.set(count, rule)
  const [middle, half] = [(low + high) / 2, (high - low) / 2]
  return { points: rule.points.map(x => middle + half * x), weights: rule.weights.map(weight => half * weight) }
}

const onUnitInterval = (count: number): Quadrature => {
  const points: number[] = []
  const weights: number[] = []
  for (let i = 0; i < count; i++) {
    let x = -Math.cos((Math.PI * (i + 0.75)) / (count + 0.5))
    let slope = 1
    for (let round = 0; round < 100; round++) {
      const legendre = legendrePair(count, x)
      slope = (count * (x * at(legendre, 0) - at(legendre, 1))) / (x * x - 1)
      const step = at(legendre, 0) / slope
      x -= step
      if (Math.abs(step) < 1e-15) break
    }
    points.push(x)
    weights.push(2 / ((1 - x * x) * slope * slope))
  }
  return { points, weights }
}

const legendrePair = (degree: number, x: number): [number, number] => {
  let value = 1
  let previous = 0
  for (let j = 0; j < degree; j++) {
    const next = ((2 * j + 1) * x * value - j * previous) / (j + 1)
    previous = value
    value = next
  }
  return [value, previous]
}

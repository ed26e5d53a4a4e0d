/** Points and weights of a sum that stands for an integral. */
export type Quadrature = { points: number[]; weights: number[] }

/**
 * Gauss–Legendre rule with `count` points on [low, high].
 * Source: Newton's method on the Legendre polynomial, Press et al., Numerical Recipes, gauleg.
 * @example gaussLegendre(2, -1, 1).weights // => [1, 1]
 */
export const gaussLegendre = (count: number, low: number, high: number): Quadrature => {
  const points: number[] = []
  const weights: number[] = []
  for (let i = 0; i < count; i++) {
    let x = Math.cos((Math.PI * (i + 0.75)) / (count + 0.5))
    let slope = 1
    for (let round = 0; round < 100; round++) {
      const [value, previous] = legendre(count, x)
      slope = (count * (x * value - previous)) / (x * x - 1)
      x -= value / slope
      if (Math.abs(value / slope) < 1e-15) break
    }
    points.push((low + high) / 2 - ((high - low) / 2) * x)
    weights.push((high - low) / ((1 - x * x) * slope * slope))
  }
  return { points, weights }
}

const legendre = (degree: number, x: number): [number, number] => {
  let [value, previous] = [1, 0]
  for (let j = 0; j < degree; j++) [value, previous] = [((2 * j + 1) * x * value - j * previous) / (j + 1), value]
  return [value, previous]
}

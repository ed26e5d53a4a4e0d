/**
 * x ln(x/m) + m − x without cancellation when x is near m; used by densities at large n.
 * Source: Loader (2000), function bd0.
 * @example deviance(3, 2) // => 0.21639532432449
 */
export const deviance = (x: number, m: number): number => {
  const gap = x - m
  if (Math.abs(gap) >= 0.1 * (x + m)) return (x === 0 ? 0 : x * Math.log(x / m)) + m - x
  const v = gap / (x + m)
  let total = gap * v
  let term = 2 * x * v
  for (let j = 1; j < 1000; j++) {
    term *= v * v
    const next = total + term / (2 * j + 1)
    if (next === total) return next
    total = next
  }
  return total
}

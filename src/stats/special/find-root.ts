/**
 * The x in [low, high] where `f` crosses zero, by Chandrupatla's bracketing method (1997): as safe as bisection,
 * about ten evaluations. Returns the end that is nearer to zero when `f` has the same sign at both.
 * @example findRoot(x => x * x - 2, 0, 2) // => 1.414213562373095
 */
export const findRoot = (f: (x: number) => number, low: number, high: number, tolerance = 1e-15): number => {
  let a = low
  let b = high
  let fa = f(a)
  let fb = f(b)
  if (fa === 0) return a
  if (fb === 0) return b
  if (fa > 0 === fb > 0) return Math.abs(fa) < Math.abs(fb) ? a : b
  let share = 0.5
  for (let round = 0; round < 200; round++) {
    const x = a + share * (b - a)
    const fx = f(x)
    const kept = fx > 0 === fa > 0
    const c = kept ? a : b
    const fc = kept ? fa : fb
    if (!kept) {
      b = a
      fb = fa
    }
    a = x
    fa = fx
    const [best, fBest] = Math.abs(fa) < Math.abs(fb) ? [a, fa] : [b, fb]
    const limit = (2 * Number.EPSILON * Math.abs(best) + 0.5 * tolerance) / Math.abs(b - a)
    if (limit > 0.5 || fBest === 0) return best
    share = Math.min(1 - limit, Math.max(limit, nextShare(a, b, c, fa, fb, fc)))
  }
  return a
}

// Inverse quadratic interpolation where it is safe, half the bracket elsewhere.
const nextShare = (a: number, b: number, c: number, fa: number, fb: number, fc: number): number => {
  const xi = (a - b) / (c - b)
  const phi = (fa - fb) / (fc - fb)
  if (!(phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi)) return 0.5
  const own = (fa / (fb - fa)) * (fc / (fb - fc))
  const other = ((c - a) / (b - a)) * (fa / (fc - fa)) * (fb / (fc - fb))
  return own + other
}

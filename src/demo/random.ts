/** A seeded source of chance (mulberry32), so that demos, screenshots and tests share their characters. */
export function randomFrom(seed: number) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const normal = (mean: number, deviation: number) =>
    mean + deviation * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  const pick = <T>(from: readonly T[]): T => {
    const found = from[Math.floor(next() * from.length)]
    if (found === undefined) throw new RangeError('nothing to pick from')
    return found
  }
  const chance = (share: number) => next() < share
  /** One of the keys, each as often as its weight says. */
  const weighted = <K extends string>(weights: Partial<Record<K, number>>): K => {
    const keys = Object.keys(weights) as K[]
    let left = next() * keys.reduce((sum, key) => sum + (weights[key] ?? 0), 0)
    for (const key of keys) {
      left -= weights[key] ?? 0
      if (left < 0) return key
    }
    return pick(keys)
  }
  return { next, normal, whole, pick, chance, weighted }
}

export type Random = ReturnType<typeof randomFrom>

/** Gives numbers in [0, 1), the same ones for the same seed. */
export type RandomStream = () => number

/**
 * A seeded stream of uniform numbers in [0, 1) with 32 random bits; never use it for secrets.
 * Source: sfc32 of the PractRand suite (Doty-Humphrey), seeded through splitmix32.
 * @example randomStream(7)() === randomStream(7)() // => true
 */
export const randomStream = (seed: number): RandomStream => {
  let mixed = seed | 0
  const split = () => {
    mixed = (mixed + 0x9e3779b9) | 0
    let t = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad)
    t = Math.imul(t ^ (t >>> 15), 0x735a2d97)
    return t ^ (t >>> 15)
  }
  let [a, b, c, counter] = [split(), split(), split(), 1]
  return () => {
    const t = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + t) | 0
    return (t >>> 0) / 4294967296
  }
}

/**
 * A shuffled copy of a list. Source: Fisher & Yates.
 * @example shuffled([1, 2, 3], randomStream(1)).length // => 3
 */
export const shuffled = <Item>(list: readonly Item[], stream: RandomStream): Item[] => {
  const copy = [...list]
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(stream() * (i + 1))
    const [here, there] = [copy[i] as Item, copy[j] as Item]
    copy[i] = there
    copy[j] = here
  }
  return copy
}

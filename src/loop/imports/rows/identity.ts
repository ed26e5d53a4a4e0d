import { hash, randomBytes } from 'node:crypto'

const SEPARATOR = '\u001f'
const HASH_BYTES = 15
const HASH_SIGNS = 20
const COUNTED_BYTES = 6

type Parts = readonly (string | number | null)[]

/** The key of a row with a number of its own; the number leads, so that a million of them fill an index nearly in order. */
export const keyOfNumbered = (own: string, parts: Parts): string =>
  `${own}.${hash('sha256', parts.join(SEPARATOR), 'base64url').slice(0, HASH_SIGNS)}`

/** Keys for rows that bring none: what the row says, and how often the file has said it before. */
export class RowKeys {
  readonly #seen = new Map<number, number>()

  /** The key of a row; the same file gives the same keys in the same order. */
  keyOf(parts: Parts): string {
    const digest = hash('sha256', parts.join(SEPARATOR), 'buffer')
    // 48 bits are enough to count repetitions and take a quarter of the memory of a text.
    const short = digest.readUIntBE(0, COUNTED_BYTES)
    const times = (this.#seen.get(short) ?? 0) + 1
    this.#seen.set(short, times)
    const key = digest.toString('base64url', 0, HASH_BYTES)
    return times === 1 ? key : `${key}.${times}`
  }
}

const RANDOM_BYTES = 10
const POOL = 1024

/** Ids in the order of time (UUID version 7): a million of them fill an index from left to right. */
export class TimeOrderedIds {
  #random = Buffer.alloc(0)
  #at = 0

  next(): string {
    if (this.#at === this.#random.length) {
      this.#random = randomBytes(RANDOM_BYTES * POOL)
      this.#at = 0
    }
    const tail = this.#random.toString('hex', this.#at, this.#at + RANDOM_BYTES)
    this.#at += RANDOM_BYTES
    const time = Date.now().toString(16).padStart(12, '0')
    const variant = '89ab'[Number.parseInt(tail[3] ?? '0', 16) & 3]
    return `${time.slice(0, 8)}-${time.slice(8)}-7${tail.slice(0, 3)}-${variant}${tail.slice(4, 7)}-${tail.slice(7, 19)}`
  }
}

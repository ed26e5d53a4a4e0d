import { createHash } from 'node:crypto'

const SEPARATOR = '\u001f'
const HASH_BYTES = 15
const COUNTED_BYTES = 6

/** Keys for rows that bring none: what the row says, and how often the file has said it before. */
export class RowKeys {
  readonly #seen = new Map<number, number>()

  /** The key of a row; the same file gives the same keys in the same order. */
  keyOf(parts: readonly (string | number | null)[]): string {
    const digest = createHash('sha256').update(parts.join(SEPARATOR)).digest()
    // 48 bits are enough to count repetitions and take a quarter of the memory of a text.
    const short = digest.readUIntBE(0, COUNTED_BYTES)
    const times = (this.#seen.get(short) ?? 0) + 1
    this.#seen.set(short, times)
    const key = digest.toString('base64url', 0, HASH_BYTES)
    return times === 1 ? key : `${key}.${times}`
  }
}

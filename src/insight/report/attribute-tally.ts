import { decimalSignOf, readNumber } from '../../connections/index.ts'
import type { ATTRIBUTE_LEFT_OUT } from '../../vocabulary/index.ts'
import { type Band, bandsOf } from './bands.ts'
import { type Counts, noCounts } from './counts.ts'

/** Words with more values than this are no segments; numbers with more are put in bands. */
export const MOST_VALUES = 30
const MOST_CODES = 12
const MOST_NUMBERS = 2000
const LEAST_ANSWERS = 10
const LONG_TEXT = 60
const IDENTIFIER =
  /(^|[^a-z])(id|ids|nr|no|num|number|nummer|numero|key|code|zip|plz|postcode|phone|telefon|url|ip|token|uuid|respnum)([^a-z]|$)|id$|num$|zip$/i

type Reason = (typeof ATTRIBUTE_LEFT_OUT)[number]
export type AttributeResult = { segments: { value: string; counts: Counts }[] } | { leftOut: Reason; values: number }

/** The scores behind each value of one column; gives up as soon as the column cannot be segments. */
export class AttributeTally {
  readonly column: string
  #counts = new Map<string, Counts>()
  #numeric = true
  #bands: Band[] | null = null
  #leftOut: Reason | null = null
  #answers = 0

  constructor(column: string) {
    this.column = column
  }

  add(cell: string, score: number): void {
    if (this.#leftOut) return
    const value = cell.trim()
    if (value === '') return
    this.#answers += 1
    if (this.#bands) {
      addToBand(this.#bands, value, score)
      return
    }
    const known = this.#counts.get(value)
    if (known) known[score] = (known[score] ?? 0) + 1
    else this.#addValue(value, score)
  }

  #addValue(value: string, score: number): void {
    const counts = noCounts()
    counts[score] = 1
    this.#counts.set(value, counts)
    this.#numeric &&= NUMBER.test(value)
    if (this.#numeric) {
      if (this.#counts.size > MOST_NUMBERS) this.#makeBands()
    } else if (this.#counts.size > MOST_VALUES) {
      this.#leftOut = [...this.#counts.keys()].some(known => known.length > LONG_TEXT) ? 'long_text' : 'too_many_values'
    }
  }

  /** The values of this column as segments, or why there are none. */
  result(): AttributeResult {
    if (!this.#leftOut && !this.#bands && this.#numeric && this.#counts.size > MOST_CODES) this.#makeBands()
    const values = this.#bands?.length ?? this.#counts.size
    if (this.#leftOut) return { leftOut: this.#leftOut, values: this.#counts.size }
    if (values < 2) return { leftOut: 'one_value', values }
    if (this.#answers < LEAST_ANSWERS) return { leftOut: 'too_few_answers', values }
    if (this.#bands) return { segments: this.#bands.map(({ label, counts }) => ({ value: label(), counts })) }
    return { segments: [...this.#counts].map(([value, counts]) => ({ value, counts })) }
  }

  #makeBands(): void {
    const unique = this.#counts.size > this.#answers * 0.9 || IDENTIFIER.test(this.column)
    if (unique && IDENTIFIER.test(this.column)) {
      this.#leftOut = 'identifier'
      return
    }
    this.#bands = bandsOf(this.#counts)
  }
}

const NUMBER = /^[-+]?\d[\d.,]*$/

function addToBand(bands: Band[], value: string, score: number): void {
  const number = readNumber(value, decimalSignOf([value]))
  if (number === null) return
  const band = bands.find(b => number < b.below) ?? bands.at(-1)
  band?.add(number, score)
}

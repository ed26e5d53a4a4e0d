/** One case's input as it came from JSON. */
export type Input = Record<string, unknown>

/** A field of a case is missing or of the wrong type; the message names the field. */
export class FieldError extends Error {
  override name = 'FieldError'
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'a list' : `${typeof value} ${JSON.stringify(value)?.slice(0, 40) ?? ''}`.trim()
}

function refuse(field: string, wanted: string, value: unknown): never {
  if (value === undefined) throw new FieldError(`missing field "${field}": ${wanted} expected`)
  throw new FieldError(`field "${field}": ${wanted} expected, got ${kindOf(value)}`)
}

function numberAt(value: unknown, field: string): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : refuse(field, 'a number', value)
}

function listAt(value: unknown, field: string, wanted: string): unknown[] {
  return Array.isArray(value) ? value : refuse(field, wanted, value)
}

/** A finite number. */
export function readNumber(input: Input, field: string): number {
  return numberAt(input[field], field)
}

/** A finite number, or `otherwise` where the field is absent or null. */
export function readNumberOr<Otherwise>(input: Input, field: string, otherwise: Otherwise): number | Otherwise {
  return input[field] === undefined || input[field] === null ? otherwise : readNumber(input, field)
}

/** A whole number of at least `least` (0 when not given). */
export function readCount(input: Input, field: string, least = 0): number {
  const value = numberAt(input[field], field)
  return Number.isInteger(value) && value >= least ? value : refuse(field, `a whole number of at least ${least}`, value)
}

/** A list of finite numbers; a single number counts as a list of one. */
export function readNumbers(input: Input, field: string): number[] {
  if (typeof input[field] === 'number') return [readNumber(input, field)]
  return listAt(input[field], field, 'a list of numbers').map((value, index) => numberAt(value, `${field}[${index}]`))
}

/** A list of finite numbers, or `otherwise` where the field is absent or null. */
export function readNumbersOr<Otherwise>(input: Input, field: string, otherwise: Otherwise): number[] | Otherwise {
  return input[field] === undefined || input[field] === null ? otherwise : readNumbers(input, field)
}

/** A list of numbers in which `null` stands for "missing". */
export function readNumbersWithGaps(input: Input, field: string): (number | null)[] {
  return listAt(input[field], field, 'a list of numbers and nulls').map((value, index) =>
    value === null ? null : numberAt(value, `${field}[${index}]`),
  )
}

/** A list of lists of finite numbers, all of the same length when `square` or `rectangular` is asked for. */
export function readMatrix(input: Input, field: string): number[][] {
  const rows = listAt(input[field], field, 'a list of lists of numbers').map((row, index) =>
    listAt(row, `${field}[${index}]`, 'a list of numbers').map((value, column) =>
      numberAt(value, `${field}[${index}][${column}]`),
    ),
  )
  const ragged = rows.findIndex(row => row.length !== rows[0]?.length)
  if (ragged > 0) throw new FieldError(`field "${field}": row ${ragged} is not as long as row 0`)
  return rows
}

/** A text. */
export function readText(input: Input, field: string): string {
  const value = input[field]
  return typeof value === 'string' ? value : refuse(field, 'a text', value)
}

/** A text, or `otherwise` where the field is absent or null. */
export function readTextOr(input: Input, field: string, otherwise: string): string {
  return input[field] === undefined || input[field] === null ? otherwise : readText(input, field)
}

/** One of a closed set of texts. */
export function readChoice<const Choice extends string>(
  input: Input,
  field: string,
  choices: readonly Choice[],
  otherwise?: Choice,
): Choice {
  const value = input[field] ?? otherwise
  const found = choices.find(choice => choice === value)
  return found ?? refuse(field, `one of ${choices.map(choice => `"${choice}"`).join(', ')}`, value)
}

/** A list of texts; a single text counts as a list of one, numbers are written out. */
export function readTexts(input: Input, field: string): string[] {
  if (typeof input[field] === 'string') return [input[field]]
  return listAt(input[field], field, 'a list of texts').map((value, index) =>
    typeof value === 'string' || typeof value === 'number' ? `${value}` : refuse(`${field}[${index}]`, 'a text', value),
  )
}

/** true or false, or `otherwise` where the field is absent or null. */
export function readFlagOr(input: Input, field: string, otherwise: boolean): boolean {
  const value = input[field] ?? otherwise
  return typeof value === 'boolean' ? value : refuse(field, 'true or false', value)
}

/** A list of anything, for the method to judge (scores as they came, for example). */
export function readList(input: Input, field: string): unknown[] {
  return listAt(input[field], field, 'a list')
}

/** A list of objects. */
export function readRecords(input: Input, field: string): Input[] {
  return listAt(input[field], field, 'a list of objects').map((value, index) => asRecord(value, `${field}[${index}]`))
}

/** An object inside the input. */
export function readRecord(input: Input, field: string): Input {
  return asRecord(input[field], field)
}

function asRecord(value: unknown, field: string): Input {
  return isRecord(value) ? value : refuse(field, 'an object', value)
}

/** Whether a value read from JSON is an object with fields. */
export function isRecord(value: unknown): value is Input {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Refuses lists that belong together but differ in length. */
export function demandSameLength(lists: Record<string, readonly unknown[]>): void {
  const [first, ...others] = Object.entries(lists)
  for (const [field, list] of others)
    if (first && list.length !== first[1].length)
      throw new FieldError(
        `field "${field}": as many entries as in "${first[0]}" expected (${first[1].length}), got ${list.length}`,
      )
}

/** The three counts of one group, from the fields `promoters`, `passives`, `detractors` (each with `suffix`). */
export function readTally(input: Input, suffix = ''): { promoters: number; passives: number; detractors: number } {
  const part = (name: string) => {
    const value = readNumber(input, name + suffix)
    return value >= 0 ? value : refuse(name + suffix, 'a number of at least 0', value)
  }
  return { promoters: part('promoters'), passives: part('passives'), detractors: part('detractors') }
}

/** Several groups at once: the fields `promoters`, `passives`, `detractors` are lists of the same length. */
export function readTallies(input: Input): { promoters: number; passives: number; detractors: number }[] {
  const [promoters, passives, detractors] = ['promoters', 'passives', 'detractors'].map(field =>
    readNumbers(input, field),
  ) as [number[], number[], number[]]
  demandSameLength({ promoters, passives, detractors })
  return promoters.map((count, index) =>
    readTally({ promoters: count, passives: passives[index], detractors: detractors[index] }),
  )
}

const FORMULA = /^[\s\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r\0]/
const NUMBER = /^-?\d+([.,]\d+)?$/
const NEEDS_QUOTES = /[",;\t\r\n]/

/** One cell that no spreadsheet takes for a formula: such a start gets an apostrophe; plain numbers stay numbers. */
export function csvCell(value: string): string {
  const safe = FORMULA.test(value) && !NUMBER.test(value) ? `'${value}` : value
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** One line of a CSV with its line end. */
export const csvLine = (cells: string[]): string => `${cells.map(csvCell).join(',')}\r\n`

/** Takes back exactly the apostrophe that an export put before a formula start, so that a round trip changes nothing. */
export const withoutEscape = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell

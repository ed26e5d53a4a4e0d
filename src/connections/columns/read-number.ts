/** Which sign stands before the decimals in a column: `1.234,56` or `1,234.56`. */
export type DecimalSign = ',' | '.'

const WITH_COMMA = /^[-+]?(\d{1,3}(\.\d{3})+|\d+),\d+$/
const WITH_DOT = /^[-+]?(\d{1,3}(,\d{3})+|\d+)\.\d+$/

/** The decimal sign that most values of a column show; a dot where none shows any. */
export function decimalSignOf(values: string[]): DecimalSign {
  let commas = 0
  let dots = 0
  for (const value of values) {
    const text = value.trim()
    if (WITH_COMMA.test(text)) commas += 1
    else if (WITH_DOT.test(text)) dots += 1
  }
  return commas > dots ? ',' : '.'
}

/** A number as a person writes it, or null; group signs and spaces are dropped, nothing is guessed. */
export function readNumber(value: string, sign: DecimalSign): number | null {
  const text = value.trim().replace(/[\s\u00a0\u202f']/g, '')
  const pattern =
    sign === ',' ? /^[-+]?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$/ : /^[-+]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?(e[-+]?\d+)?$/i
  if (!pattern.test(text)) return null
  const plain = sign === ',' ? text.replaceAll('.', '').replace(',', '.') : text.replaceAll(',', '')
  const number = Number(plain)
  return Number.isFinite(number) ? number : null
}

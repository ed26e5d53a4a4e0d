/** Whether a value is what an example says: numbers in the digits that are printed or in twelve, everything else exactly. */
export const agrees = (got: unknown, expected: unknown): boolean => {
  if (typeof expected === 'number' && typeof got === 'number') {
    if (Object.is(got, expected)) return true
    // A whole number must be that number; "−0" and "0" are the same.
    if (Number.isInteger(expected)) return Math.abs(got - expected) <= 1e-9 * Math.max(1, Math.abs(expected))
    const [mantissa = '', exponent = '0'] = String(expected).split('e')
    const decimals = (mantissa.split('.')[1] ?? '').length
    return Math.abs(got - expected) <= Math.max(1e-12 * Math.abs(expected), 1.01 * 10 ** (Number(exponent) - decimals))
  }
  if (expected === null || typeof expected !== 'object' || typeof got !== 'object' || got === null)
    return got === expected
  const keys = Object.keys(expected)
  return (
    keys.length === Object.keys(got).length &&
    keys.every(key => agrees((got as Record<string, unknown>)[key], (expected as Record<string, unknown>)[key]))
  )
}

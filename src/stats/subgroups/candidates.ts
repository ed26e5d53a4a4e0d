/** Up to three attribute values at once, such as country = FI and plan = free. */
export type Conditions = { attribute: string; value: string }[]

/** A grid of cells over some attributes: which cell each row falls into, and the cells big enough to be looked at. */
export type Grid = { cellOf: Uint32Array; cells: { code: number; conditions: Conditions; n: number }[]; size: number }

/** One column of texts per attribute, all of one length; null is "not known" and belongs to no subgroup. */
export type Attributes = Record<string, readonly (string | null)[]>

/** All grids of up to `depth` attributes; cells with fewer than `minimum` rows, or all but that, are not looked at. */
export const gridsOf = (attributes: Attributes, rows: readonly number[], depth: number, minimum: number): Grid[] =>
  combinations(Object.keys(attributes), depth).map(names => gridOf(attributes, names, rows, minimum))

const combinations = (names: readonly string[], depth: number): string[][] => {
  const grow = (chosen: string[], from: number): string[][] => [
    ...(chosen.length > 0 ? [chosen] : []),
    ...(chosen.length < depth ? names.slice(from).flatMap((name, i) => grow([...chosen, name], from + i + 1)) : []),
  ]
  return grow([], 0)
}

const gridOf = (attributes: Attributes, names: string[], rows: readonly number[], minimum: number): Grid => {
  const codes = new Map<string, number>()
  const found: { code: number; conditions: Conditions; n: number }[] = []
  const cellOf = new Uint32Array(rows.length)
  for (const [position, row] of rows.entries()) {
    const values = names.map(name => attributes[name]?.[row] ?? null)
    // Code 0 collects the rows that belong to no cell.
    if (values.includes(null)) continue
    const key = JSON.stringify(values)
    const code = codes.get(key) ?? codes.size + 1
    if (code > codes.size) {
      codes.set(key, code)
      found.push({ code, conditions: names.map((attribute, i) => ({ attribute, value: values[i] ?? '' })), n: 0 })
    }
    cellOf[position] = code
    const cell = found[code - 1]
    if (cell) cell.n++
  }
  const cells = found.filter(cell => cell.n >= minimum && rows.length - cell.n >= minimum)
  return { cellOf, cells, size: codes.size + 1 }
}

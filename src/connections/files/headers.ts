/** Names of the columns: trimmed, `#3` for one without a name, `score (2)` for one that stands twice. */
export function columnNames(cells: string[]): string[] {
  const width = cells.reduce((last, cell, i) => (cell.trim() === '' ? last : i + 1), 0)
  const seen = new Map<string, number>()
  return cells.slice(0, width).map((cell, i) => {
    const name = cell.replace(/\s+/g, ' ').trim() || `#${i + 1}`
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return times === 1 ? name : `${name} (${times})`
  })
}

const VALUE = /^[-+]?\d+([.,]\d+)*%?$|^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}\b|^[^\s@]+@[^\s@]+\.[a-z]+$/i

/** Whether a first row holds values and not names: then the file has no header. */
export const looksLikeValues = (cells: string[]): boolean => {
  const filled = cells.map(cell => cell.trim()).filter(cell => cell !== '')
  return filled.length > 0 && filled.every(cell => VALUE.test(cell))
}

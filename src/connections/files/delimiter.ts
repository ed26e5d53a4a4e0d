/** What stands between two cells; a first line `sep=;` (Excel's own) says it outright. */
export type Delimiter = ',' | ';' | '\t' | '|'

const CANDIDATES: Delimiter[] = [';', '\t', ',', '|']
const LINES_LOOKED_AT = 50

/** The delimiter that cuts the first lines into the same number of cells most often; `,` for a single column. */
export function delimiterOf(head: string): { delimiter: Delimiter; declared: boolean } {
  const declared = /^sep=([,;\t|])\r?\n/i.exec(head)
  if (declared) return { delimiter: declared[1] as Delimiter, declared: true }
  const counted = CANDIDATES.map(delimiter => ({ delimiter, ...agreement(cellCounts(head, delimiter)) }))
  const best = counted
    .filter(c => c.cells > 1)
    .sort((a, b) => b.lines - a.lines || b.cells - a.cells)
    .at(0)
  return { delimiter: best?.delimiter ?? ',', declared: false }
}

/** Share of lines with as many cells as the first, and how many cells that is. */
function agreement(counts: number[]): { lines: number; cells: number } {
  const cells = counts[0] ?? 0
  return { cells, lines: counts.filter(count => count === cells).length / Math.max(1, counts.length) }
}

const QUOTED_CELL = /"(?:[^"]|"")*"/g

/** Number of cells of each of the first lines, what stands in quotes left aside; a line cut off by the end is left out. */
function cellCounts(head: string, delimiter: string): number[] {
  const lines = head.replace(QUOTED_CELL, '').split(/\r\n|\n|\r/)
  const whole = lines.length > 1 ? lines.slice(0, -1) : lines
  return whole
    .filter(line => line.trim() !== '')
    .slice(0, LINES_LOOKED_AT)
    .map(line => line.split(delimiter).length)
}

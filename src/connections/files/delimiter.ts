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

/** Number of cells of each of the first records, quotes respected; a record cut off by the end is left out. */
function cellCounts(head: string, delimiter: string): number[] {
  const counts: number[] = []
  let cells = 1
  let quoted = false
  let atStart = true
  for (let i = 0; i < head.length && counts.length < LINES_LOOKED_AT; i++) {
    const character = head[i]
    if (character === '"') {
      if (quoted) quoted = head[i + 1] === '"' ? (i++, true) : false
      else if (atStart) quoted = true
    }
    atStart = false
    if (quoted) continue
    if (character === delimiter) {
      cells += 1
      atStart = true
    } else if (character === '\n' || (character === '\r' && head[i + 1] !== '\n')) {
      if (cells > 1 || head[i - 1] !== '\n') counts.push(cells)
      cells = 1
      atStart = true
    }
  }
  if (counts.length === 0) counts.push(cells)
  return counts
}

import { type Limits, type OpenedFile, openFile } from '../../connections/index.ts'
import { nps, npsInterval, sizeOf, tallyOf, weightedNpsOf } from '../../stats/index.ts'
import { Refusal, type Report, type ReportChoice } from '../../vocabulary/index.ts'
import { chooseColumns, columnsOf } from './choose-columns.ts'
import { notesOf } from './notes.ts'
import { hundredfold } from './scale.ts'
import { segmentsOf } from './segments.ts'
import { type FileTally, tallyFile } from './tally-file.ts'
import { trendOf } from './trend.ts'

/** What a file of answers says, read once from a stream; nothing is kept. */
export async function reportFile(
  source: AsyncIterable<Buffer | Uint8Array>,
  { name, limits, choice = {} }: { name: string; limits: Limits; choice?: ReportChoice },
): Promise<Report> {
  const file = await openFile(source, 'report', limits)
  const chosen = chooseColumns(file, choice)
  const tally = await tallyFile(file, chosen)
  const whole = tallyOf(tally.scores)
  const interval = npsInterval(whole)
  const value = nps(whole)
  if (value === null || interval === null) throw emptyColumn(file, chosen.score, tally)
  const scoreByValues = choice.score === undefined && !file.scoreNamed ? (file.columns[chosen.score] ?? null) : null
  return {
    columns: columnsOf(file, chosen),
    n: sizeOf(whole),
    ...whole,
    nps: hundredfold(value),
    interval: { lower: hundredfold(interval.lower), upper: hundredfold(interval.upper), method: interval.method },
    weighted: weightedOf(tally),
    rejected: [...tally.rejected]
      .map(([rejectedValue, { count, reason }]) => ({ value: rejectedValue, count, reason }))
      .sort((a, b) => b.count - a.count),
    scores: tally.scores,
    ...segmentsOf(tally.attributes, whole),
    trend: trendOf(tally.byDay),
    notes: notesOf(tally, sizeOf(whole), scoreByValues),
    file: {
      name,
      content: file.reading.content,
      encoding: file.reading.encoding,
      delimiter: file.reading.delimiter,
      format: file.formatKey,
      rows: tally.rows,
      allColumns: file.columns,
    },
  }
}

function weightedOf(tally: FileTally): Report['weighted'] {
  const weighted = weightedNpsOf(tally.weights)
  if (!weighted) return null
  const { n, nEffective, method } = weighted
  return {
    nps: hundredfold(weighted.nps),
    lower: hundredfold(weighted.lower),
    upper: hundredfold(weighted.upper),
    n,
    nEffective,
    method,
  }
}

function emptyColumn(file: OpenedFile, score: number, tally: FileTally): Refusal {
  const [value = ''] = [...tally.rejected.keys()].filter(rejected => rejected !== '')
  return new Refusal('score_column_empty', { column: file.columns[score] ?? '', rejected: tally.rows, value })
}

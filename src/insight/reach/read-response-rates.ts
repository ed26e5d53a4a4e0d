import type { Reader } from '../../platform/database/index.ts'
import { defaultMinimum, suppression } from '../../stats/index.ts'
import { CaseQueue, type ReachPart, type ResponseRates, type ResponseRatesQuery } from '../../vocabulary/index.ts'
import { shareFigure } from '../ratings/figures.ts'
import { type PartRow, partRows, queueRows, surveyRateRows } from './queries.ts'

const DAY_MS = 86_400_000
const NOBODY = { people: 0, withAddress: 0, withBasis: 0, asked: 0, delivered: 0, answered: 0 }

/** Who is reached on the way to an answer, survey by survey and part by part, and whether every class of answers has owners. */
export async function readResponseRates(
  reader: Reader,
  { by, days }: ResponseRatesQuery,
  now: Date,
): Promise<ResponseRates> {
  const since = new Date(now.getTime() - days * DAY_MS)
  const rows = await partRows(reader, by, since)
  const surveys = await surveyRateRows(reader, since)
  const queues = await queueRows(reader, now)
  const total = rows.reduce(add, { value: null, ...NOBODY })
  return {
    days,
    by,
    total: { ...total, rate: rateOf(total) },
    parts: withRates(rows),
    surveys: surveys.map(row => ({ ...row, rate: rateOf(row) })),
    queues: CaseQueue.options.map(
      queue => queues.find(row => row.queue === queue) ?? { queue, open: 0, unowned: 0, overdue: 0 },
    ),
  }
}

const add = (sum: PartRow, row: PartRow): PartRow => {
  const names = Object.keys(NOBODY) as (keyof typeof NOBODY)[]
  return { value: null, ...NOBODY, ...Object.fromEntries(names.map(name => [name, sum[name] + row[name]])) }
}

const rateOf = ({ answered, delivered }: { answered: number; delivered: number }) =>
  answered <= delivered ? shareFigure(answered, delivered) : null

/** Parts where too few were asked have no rate, nor has the one that would give them away. */
function withRates(rows: PartRow[]): ReachPart[] {
  const hidden = suppression(
    rows.map(row => row.delivered),
    { minimum: defaultMinimum },
  ).suppressed
  return rows.map((row, at) => ({ ...row, rate: hidden.includes(at) ? null : rateOf(row) }))
}

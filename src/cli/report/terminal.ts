import { isWordKey, type Speak } from '../../languages/index.ts'
import { categoryOf } from '../../stats/index.ts'
import type { Report } from '../../vocabulary/index.ts'
import { bar, plain } from './paint.ts'
import type { Pen } from './pen.ts'
import { segmentLines } from './segment-lines.ts'

const INDENT = '  '
const REJECTED_SHOWN = 8
const PERIODS_SHOWN = 24

/** A report as lines for a terminal. */
export function terminalReport(report: Report, pen: Pen): string {
  const parts = [
    headLines(report, pen),
    readAsLines(report, pen),
    barLines(report, pen),
    rejectedLines(report, pen),
    segmentLines(report, pen),
    trendLines(report, pen),
    noteLines(report, pen),
  ]
  return `\n${parts
    .filter(lines => lines.length > 0)
    .map(lines => lines.map(text => `${INDENT}${text}`.trimEnd()).join('\n'))
    .join('\n\n')}\n\n`
}

function headLines(report: Report, { t, f, paint }: Pen): string[] {
  const { interval, n, weighted } = report
  const value = paint.strong(`NPS ${f.number(report.nps)}`)
  const between = t('report.interval', { lower: f.number(interval.lower), upper: f.number(interval.upper) })
  const lines = [
    `${value}   ${between}   ${t('report.n', { n: f.count(n) })}   ${paint.quiet(methodName(interval.method, t))}`,
  ]
  if (weighted) {
    const facts = { nps: f.number(weighted.nps), lower: f.number(weighted.lower), upper: f.number(weighted.upper) }
    const column = plain(report.columns.weight ?? '')
    lines.push(t('report.weighted', { ...facts, column, effective: f.count(weighted.nEffective) }))
  }
  return lines
}

/** The name of an interval's method with its certainty. */
export function methodName(method: string, t: Speak): string {
  const key = `report.methods.${method}`
  return t('report.method', { method: isWordKey(key) ? t(key) : method })
}

function readAsLines({ file, columns }: Report, { t, f, paint }: Pen): string[] {
  const kind = file.content === 'xlsx' ? 'XLSX' : `CSV, ${file.encoding}, ${JSON.stringify(file.delimiter)}`
  const named = (['score', 'weight', 'date', 'person', 'comment'] as const)
    .map(role => {
      const column = columns[role]
      return `${t(`report.roles.${role}`)} ${column === null ? t('report.none') : paint.accent(plain(column, 40))}`
    })
    .join(' · ')
  return [
    `${plain(file.name, 80)} ${paint.quiet(`– ${t('report.fileLine', { rows: f.count(file.rows), kind })}`)}`,
    `${t('report.readAs')}: ${named} · ${t('report.roles.attributes')} ${t('report.attributeCount', { count: columns.attributes.length })}`,
    paint.quiet(t('report.overruleCommand')),
  ]
}

const SIGNS = { promoter: '▲', passive: '●', detractor: '▼' } as const

/** Eleven bars from 10 down, each group under its head. */
function barLines(report: Report, { t, f, paint, width }: Pen): string[] {
  const { scores, n } = report
  const most = Math.max(1, ...scores)
  const room = Math.max(10, Math.min(48, width - 34))
  let before: string | null = null
  return [...scores.keys()].reverse().flatMap(score => {
    const group = categoryOf(score)
    const count = scores[score] ?? 0
    const shown = paint[group](bar(count / most, room).padEnd(room))
    const row = `${String(score).padStart(2)} ${shown} ${f.count(count).padStart(9)} ${f.percent(count / n).padStart(7)}`
    if (group === before) return [row]
    const gap = before === null ? [] : ['']
    before = group
    const sum = report[`${group}s`]
    const head = paint[group](`${SIGNS[group]} ${t(`report.groups.${group}s`)} ${f.percent(sum / n)}`)
    return [...gap, `${head} ${paint.quiet(f.count(sum))}`, row]
  })
}

function rejectedLines({ rejected }: Report, { t, f, paint }: Pen): string[] {
  if (rejected.length === 0) return [t('report.rejectedNone')]
  const lines = rejected.slice(0, REJECTED_SHOWN).map(({ value, count, reason }) => {
    const key = `report.reasons.${reason}`
    if (value === '') return t('report.rejectedEmpty', { count: f.count(count) })
    return t('report.rejectedLine', {
      count: f.count(count),
      value: plain(value),
      reason: isWordKey(key) ? t(key) : reason,
    })
  })
  const more = rejected.length - lines.length
  return [
    paint.strong(t('report.rejectedTitle')),
    ...lines,
    ...(more > 0 ? [paint.quiet(t('report.rejectedMore', { count: more }))] : []),
  ]
}

function trendLines({ trend }: Report, { t, f, paint }: Pen): string[] {
  if (trend.length < 2) return []
  const lines = trend.slice(-PERIODS_SHOWN).map(period => {
    const name = (period.unit === 'month' ? f.month(period.from) : f.date(period.from)).padEnd(14)
    if (period.nps === null) return `${name} ${paint.quiet('–')}`
    const level = period.level ?? 0
    const place = Math.round(((level + 100) / 200) * 40)
    const value = f.signed(period.nps).padStart(5)
    return `${name} ${value} ${paint.quiet(t('report.n', { n: f.count(period.n) }).padEnd(10))} ${paint.quiet('·'.repeat(place))}${paint.accent('◆')}`
  })
  const intro = t('report.trendIntro', { count: trend.length, unit: trend[0]?.unit })
  return [paint.strong(t('report.trendTitle')), paint.quiet(intro), ...lines]
}

const noteLines = ({ notes }: Report, { t, f, paint }: Pen): string[] =>
  notes.map(({ note, facts }) => {
    const readable = Object.entries(facts).map(([name, value]) => [
      name,
      typeof value === 'number' && ['n', 'people'].includes(name)
        ? f.count(value)
        : typeof value === 'string'
          ? plain(value)
          : value,
    ])
    return `${paint.accent('!')} ${t(`report.notes.${note}`, Object.fromEntries(readable))}`
  })

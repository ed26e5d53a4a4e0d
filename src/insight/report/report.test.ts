import { createReadStream, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openFile, STREAM_LIMITS } from '../../connections/index.ts'
import { packageRoot } from '../../platform/package-root.ts'
import type { ReportChoice } from '../../vocabulary/index.ts'
import { chooseColumns } from './choose-columns.ts'
import { htmlReport, reportFile } from './index.ts'
import { tallyFile } from './tally-file.ts'

const files = join(packageRoot, 'test/files')
const shared = join(packageRoot, '../shared/data')
const report = (path: string, choice: ReportChoice = {}) =>
  reportFile(createReadStream(path), { name: path, limits: STREAM_LIMITS, choice })

async function* text(csv: string): AsyncGenerator<Buffer> {
  yield Buffer.from(csv)
}
const reportText = (csv: string, choice: ReportChoice = {}) =>
  reportFile(text(csv), { name: 'x.csv', limits: STREAM_LIMITS, choice })

const shapes = readdirSync(files).filter(name => /\.(csv|xlsx)$/.test(name))

test.each(shapes)('%s says the same as every other shape of it', async name => {
  const said = await report(join(files, name))
  expect(said.columns).toMatchObject({
    score: 'Bewertung',
    comment: 'Begründung',
    date: 'Datum',
    weight: 'Gewicht',
    person: 'Kundennr',
  })
  expect([said.n, said.promoters, said.passives, said.detractors, said.nps]).toEqual([4, 2, 1, 1, 25])
  expect(said.rejected).toEqual([
    { value: '11', count: 1, reason: 'out_of_range' },
    { value: '', count: 1, reason: 'empty' },
  ])
  expect(said.weighted?.nps).toBeCloseTo(((1.25 + 0.5 - 1000.5) / 1003) * 100, 9)
  expect(said.trend.map(period => period.n).filter(n => n > 0)).toEqual([3, 1])
})

const airport = join(shared, 'sfo_customer_survey')
describe.runIf(existsSync(airport))('the airport survey', () => {
  test('of 2017 has 1,436 promoters, 968 passives, 342 detractors; 11 is no answer', async () => {
    const said = await report(join(airport, 'sfo_2017.csv'))
    expect(said.columns).toMatchObject({ score: 'NETPRO', weight: 'WEIGHT', date: null })
    expect([said.promoters, said.passives, said.detractors, said.n]).toEqual([1436, 968, 342, 2746])
    expect(said.nps).toBeCloseTo(39.83976693, 7)
    expect(said.weighted?.nps).toBeCloseTo(40.39843551, 7)
    expect(said.rejected).toEqual([
      { value: '11', count: 84, reason: 'out_of_range' },
      { value: '', count: 1, reason: 'empty' },
    ])
    expect(said.leftOut).toContainEqual({ column: 'AIRLINE', reason: 'too_many_values', values: expect.any(Number) })
  })

  test('of 2018 has a header with blanks, and another weight', async () => {
    const said = await report(join(airport, 'sfo_2018.csv'))
    expect([said.nps, said.weighted?.nps].map(value => value?.toFixed(2))).toEqual(['30.98', '35.11'])
  })
})
if (!existsSync(airport)) console.log('skipped: the airport survey is not beside this repository')

test('a value that differs is found among many that do not', async () => {
  const rows = Array.from({ length: 1200 }, (_, i) => {
    const plan = i % 3 === 0 ? 'small' : 'large'
    const score = plan === 'small' ? [2, 5, 6, 8, 3][i % 5] : [10, 9, 9, 8, 6][i % 5]
    return `${score},${plan},${['a', 'b', 'c', 'd'][i % 4]},${i % 97}`
  })
  const { segments, leftOut } = await reportText(`score,plan,team,age\n${rows.join('\n')}\n`)
  const real = segments
    .filter(segment => segment.verdict === 'real')
    .map(s => `${s.attribute}=${s.value} ${s.direction}`)
  expect(real.sort()).toEqual(['plan=large above', 'plan=small below'])
  expect(segments.filter(segment => segment.attribute === 'age').map(segment => segment.value)).toHaveLength(4)
  expect(leftOut).toEqual([])
})

test('a column that is not there is named, with those that are', async () => {
  await expect(reportText('a,b\n1,2\n', { score: 'c' })).rejects.toMatchObject({
    code: 'column_unknown',
    facts: { column: 'c', columns: 'a, b' },
  })
})

test('a file without answers says which columns it has', async () => {
  await expect(reportText('name,city\nAino,Turku\n')).rejects.toMatchObject({ code: 'score_column_missing' })
})

test('a scale that may begin at 1 is pointed out', async () => {
  const rows = Array.from({ length: 300 }, (_, i) => `${(i % 10) + 1}`)
  const { notes } = await reportText(`score\n${rows.join('\n')}\n`)
  expect(notes.map(note => note.note)).toContain('scale_without_zero')
})

test('weights of any number of rows are kept in eleven sums', async () => {
  const file = await openFile(text(`score,weight\n${'9,1\n0,3\n'.repeat(500)}`), 'report', STREAM_LIMITS)
  const { weights } = await tallyFile(file, chooseColumns(file, {}))
  expect(weights).toHaveLength(11)
  expect([weights[9], weights[0]]).toEqual([
    { n: 500, weight: 500, squares: 500 },
    { n: 500, weight: 1500, squares: 4500 },
  ])
})

test('the written page holds everything and asks for nothing', async () => {
  const page = htmlReport(
    await reportText('score,plan\n9,<script>alert(1)</script>\n3,b\n'),
    'de',
    new Date('2026-11-21'),
  )
  expect(page).toContain('NPS 0,0 aus 2 Antworten')
  expect(page).not.toContain('<script')
  expect(page).not.toMatch(/(src|href)="?https?:/)
})

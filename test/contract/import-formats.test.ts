import { describe, expect, test } from 'vitest'
import { shelf } from '../../src/connections/imports/shelf.gen.ts'
import { openFile, STREAM_LIMITS } from '../../src/connections/index.ts'
import { answerLine } from '../../src/loop/imports/rows/answer-row.ts'
import { RowRejection } from '../../src/loop/imports/rows/cells.ts'
import { RowKeys } from '../../src/loop/imports/rows/identity.ts'
import { planOf } from '../../src/loop/imports/rows/plan.ts'

async function* bytes(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text)
}

/** Reads a file as an import would: the keys of what is taken, and how many rows are rejected for which reason. */
async function read(csv: string) {
  const file = await openFile(bytes(csv), 'responses', STREAM_LIMITS)
  const columns = file.columns.map((name, i) => ({ name, sample: [], role: file.roles[i] ?? ('attribute' as const) }))
  const mapping = { format: file.formatKey, remembered: false, columns, options: {} }
  const samples = file.sample.map(row => row.cells)
  const plan = planOf({
    kind: 'responses',
    mapping,
    samples,
    delimiter: file.reading.delimiter,
    workspaceTimeZone: 'UTC',
    definitions: new Map(),
    format: file.format,
    surveyId: '',
    secret: '',
  })
  const keys: string[] = []
  const rejected: Record<string, number> = {}
  const rowKeys = new RowKeys()
  for await (const batch of file.rows) {
    for (const row of batch) {
      try {
        keys.push(answerLine(plan, row.cells, row.line, rowKeys).key)
      } catch (error) {
        if (!(error instanceof RowRejection)) throw error
        rejected[error.reason] = (rejected[error.reason] ?? 0) + 1
      }
    }
  }
  return { formatKey: file.formatKey, roles: file.roles, keys, rejected }
}

describe.each(Object.entries(shelf))('%s', (key, load) => {
  test('is known by its columns, and its score and date are found', async () => {
    const { default: format } = await load()
    const found = await read(format.sample.csv)
    expect(found.formatKey).toBe(key)
    expect(found.roles).toContain('score')
    expect(found.roles).toContain('answered_at')
  })

  test('takes good rows and rejects each other row with its reason', async () => {
    const { default: format } = await load()
    const { keys, rejected } = await read(format.sample.csv)
    expect([keys.length, rejected]).toEqual([format.sample.taken, format.sample.rejected])
  })

  test('gives the same keys when the same file comes twice, so that it adds nothing', async () => {
    const { default: format } = await load()
    const [once, again] = [await read(format.sample.csv), await read(format.sample.csv)]
    expect(again.keys).toEqual(once.keys)
    expect(new Set(once.keys).size).toBe(once.keys.length)
  })

  test('has a label of its own', async () => {
    const { default: format } = await load()
    expect(format.label.length).toBeGreaterThan(2)
  })
})

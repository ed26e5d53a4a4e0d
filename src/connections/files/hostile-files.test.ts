import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { Refusal } from '../../vocabulary/index.ts'
import { openTable, PAGE_LIMITS } from './index.ts'

const MEGABYTE = 1024 * 1024

/** What a file is refused with, and after how many of its chunks; null when it is read to its end. */
async function refused(source: Iterable<Buffer>) {
  let read = 0
  async function* chunks() {
    for (const chunk of source) {
      read += 1
      yield chunk
    }
  }
  try {
    const table = await openTable(chunks(), PAGE_LIMITS)
    for await (const _ of table.rows);
    return null
  } catch (error) {
    const { code, facts } = error as Refusal
    return { code, facts, read }
  }
}

function* repeat(text: string, megabytes: number, head = ''): Generator<Buffer> {
  if (head) yield Buffer.from(head)
  const chunk = Buffer.from(text.repeat(Math.ceil(MEGABYTE / text.length)))
  for (let i = 0; i < megabytes; i++) yield chunk
}

test('a gigabyte without a line break is refused at its first megabytes', async () => {
  const refusal = await refused(repeat('x', 1024))
  expect(refusal).toMatchObject({ code: 'file_row_too_long', facts: { line: 1 } })
  expect(refusal?.read).toBeLessThan(8)
})

test('ten million quotation marks are refused at their row', async () => {
  expect(await refused(repeat('"', 10, 'a,b\n1,2\n'))).toMatchObject({
    code: 'file_row_too_long',
    facts: { line: 3 },
  })
})

test('a quotation mark that is never closed is told with its line', async () => {
  expect(await refused([Buffer.from('a,b\n1,2\n3,"open\n4,5\n')])).toMatchObject({
    code: 'file_quote_open',
  })
})

test('100,000 columns are refused with their number', async () => {
  const row = Array.from({ length: 100_000 }, (_, i) => `c${i}`).join(',')
  expect(await refused([Buffer.from(`${row}\n`)])).toMatchObject({
    code: 'file_columns_too_many',
    facts: { line: 1, columns: 100_000 },
  })
})

test('a cell of a million characters is refused with its place', async () => {
  const file = `a,b\n1,2\n3,${'x'.repeat(1_000_000)}\n`
  expect(await refused([Buffer.from(file)])).toMatchObject({
    code: 'file_cell_too_long',
    facts: { line: 3, column: 2 },
  })
})

test('a zero byte is told with its place', async () => {
  expect(await refused([Buffer.from('score,name\n9,A\n8,B\0C\n')])).toMatchObject({
    code: 'file_character_zero',
    facts: { line: 3, column: 4 },
  })
})

test.each([
  ['gzip', Buffer.from([0x1f, 0x8b, 8, 0])],
  ['PDF', Buffer.from('%PDF-1.7')],
  ['XLS (Excel 97–2003)', Buffer.from([0xd0, 0xcf, 0x11, 0xe0])],
])('a %s file is refused by its name', async (kind, head) => {
  expect(await refused([head])).toMatchObject({ code: 'file_not_a_table', facts: { kind } })
})

test('a ZIP that is no workbook is not unpacked', async () => {
  expect(await refused([zip([{ name: 'data.csv', content: Buffer.from('a,b\n1,2\n') }])])).toMatchObject({
    code: 'file_not_a_table',
    facts: { kind: 'ZIP' },
  })
})

test('a workbook that would unpack to far more is refused by its ratio', async () => {
  const bomb = { name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(50 * MEGABYTE) }
  expect(await refused([zip([{ name: 'xl/workbook.xml', content: Buffer.from('<w/>') }, bomb])])).toMatchObject({
    code: 'file_archive_unsafe',
    facts: { problem: 'ratio' },
  })
})

test('a workbook that lies about its size is refused as soon as it is larger', async () => {
  const liar = { name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(50 * MEGABYTE), says: 1000 }
  expect(await refused([zip([{ name: 'xl/workbook.xml', content: Buffer.from('<w/>') }, liar])])).toMatchObject({
    code: 'file_archive_unsafe',
    facts: { problem: 'size' },
  })
})

test('an empty file and a file without rows say so', async () => {
  expect(await refused([])).toMatchObject({ code: 'file_empty' })
  expect(await refused([Buffer.from('score,name\n')])).toMatchObject({ code: 'file_without_rows' })
})

test('mixed line ends, blank lines and quotes inside words are no bombs', async () => {
  async function* file() {
    yield Buffer.from('score,name\r\n9,24" screen\n\n8,"two\r\nlines"\r7,said "hello" to us\n')
  }
  const table = await openTable(file(), PAGE_LIMITS)
  expect(table.sample.map(row => row.cells)).toEqual([
    ['9', '24" screen'],
    ['8', 'two\r\nlines'],
    ['7', 'said "hello" to us'],
  ])
})

/** A ZIP as small as can be: local headers, central directory, end. */
function zip(entries: { name: string; content: Buffer; says?: number }[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, says } of entries) {
    const packed = deflateRawSync(content)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt32LE(says ?? content.length, 22)
    local.writeUInt16LE(name.length, 26)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    central.writeUInt16LE(8, 10)
    central.writeUInt32LE(packed.length, 20)
    central.writeUInt32LE(says ?? content.length, 24)
    central.writeUInt16LE(name.length, 28)
    central.writeUInt32LE(offset, 42)
    parts.push(local, Buffer.from(name), packed)
    directory.push(central, Buffer.from(name))
    offset += 30 + name.length + packed.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, list, end])
}

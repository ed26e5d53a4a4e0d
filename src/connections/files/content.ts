import { Refusal } from '../../vocabulary/index.ts'

const SIGNATURES: [kind: string, bytes: number[]][] = [
  ['gzip', [0x1f, 0x8b]],
  ['7-Zip', [0x37, 0x7a, 0xbc, 0xaf]],
  ['RAR', [0x52, 0x61, 0x72, 0x21]],
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['XLS (Excel 97–2003)', [0xd0, 0xcf, 0x11, 0xe0]],
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['Parquet', [0x50, 0x41, 0x52, 0x31]],
]
const ZIP = [0x50, 0x4b, 0x03, 0x04]

/** Whether the first bytes are text or a workbook; refuses everything that is neither, by its name. */
export function contentOf(head: Buffer): 'csv' | 'xlsx' {
  if (head.length === 0) throw new Refusal('file_empty')
  const starts = (bytes: number[]) => bytes.every((byte, i) => head[i] === byte)
  if (starts(ZIP)) return 'xlsx'
  const foreign = SIGNATURES.find(([, bytes]) => starts(bytes))
  if (foreign) throw new Refusal('file_not_a_table', { kind: foreign[0] })
  return 'csv'
}

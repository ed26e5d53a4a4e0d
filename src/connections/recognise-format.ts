import type { ImportFormat } from './import-format.ts'
import { shelf } from './imports/shelf.gen.ts'

/** The key of a format: its file on the shelf. */
export type FormatKey = keyof typeof shelf

const keys = Object.keys(shelf) as FormatKey[]

/** A format by its key. */
export const formatOf = async (key: FormatKey): Promise<ImportFormat> => (await shelf[key]()).default

/** The format whose signature the columns carry, the longest first; `generic` for all others. */
export async function recogniseFormat(columns: string[]): Promise<{ key: FormatKey; format: ImportFormat }> {
  const present = new Set(columns.map(column => column.toLowerCase()))
  const known = await Promise.all(keys.map(async key => ({ key, format: await formatOf(key) })))
  const [found] = known
    .filter(({ format }) => format.signature.every(column => present.has(column.toLowerCase())))
    .sort((a, b) => b.format.signature.length - a.format.signature.length)
  return found ?? { key: 'generic', format: await formatOf('generic') }
}

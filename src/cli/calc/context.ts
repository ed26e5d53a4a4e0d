import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { resolve, sep } from 'node:path'
import { parse } from 'csv-parse/sync'
import { FieldError } from './fields.ts'

/** A CSV file as rows; column names are trimmed. */
export type Table = Record<string, string>[]

/** What a method may ask for besides its input. */
export type Context = { readTable(file: string): Table }

const tables = new Map<string, Table>()

/** Finds the `file` of a case in `dataDir` (with or without the leading "data/") and nowhere else. */
export function fileContext(dataDir?: string): Context {
  return { readTable: file => parsed(locate(file, dataDir)) }
}

function locate(file: string, dataDir?: string): string {
  if (dataDir === undefined) throw new FieldError(`field "file": ${file} needs --data DIR, the folder it is found in`)
  const base = resolve(dataDir)
  const found = [file, file.replace(/^data[/\\]/, '')].map(name => resolve(base, name)).find(path => existsSync(path))
  if (!found) throw new FieldError(`field "file": no file ${file} in ${dataDir}`)
  if (!realpathSync(found).startsWith(realpathSync(base) + sep))
    throw new FieldError(`field "file": ${file} is outside of ${dataDir}`)
  return found
}

function parsed(path: string): Table {
  const known = tables.get(path)
  if (known) return known
  const rows: Table = parse(readFileSync(path), {
    bom: true,
    columns: (names: string[]) => names.map(name => name.trim()),
    relax_column_count: true,
    skip_empty_lines: true,
  })
  tables.set(path, rows)
  return rows
}

/** The cells of one column, trimmed; a missing column is refused by name. */
export function columnOf(table: Table, column: string): string[] {
  if (table[0] && !(column.trim() in table[0])) throw new FieldError(`the file has no column "${column}"`)
  return table.map(row => row[column.trim()]?.trim() ?? '')
}

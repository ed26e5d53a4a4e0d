export { type Limits, PAGE_LIMITS, STREAM_LIMITS } from './limits.ts'
export { openTable, type Reading, type Table } from './open-table.ts'
export type { Row } from './row.ts'
export { csvLine, withoutEscape } from './write-csv.ts'

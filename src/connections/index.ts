export {
  type DayOrder,
  type DecimalSign,
  dayOrderOf,
  decimalSignOf,
  momentText,
  ROLES,
  readDate,
  readNumber,
} from './columns/index.ts'
export {
  csvLine,
  fileContent,
  type Limits,
  PAGE_LIMITS,
  STREAM_LIMITS,
  withoutEscape,
} from './files/index.ts'
export type { ImportFormat } from './import-format.ts'
export { type OpenedFile, openFile } from './read-table.ts'

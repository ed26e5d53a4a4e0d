/** How large a file and its parts may be. */
export type Limits = { bytes: number; columns: number; cellBytes: number; rowBytes: number }

const KILOBYTE = 1024
const MEGABYTE = 1024 * KILOBYTE

/** For files that a member drops on a page. */
export const PAGE_LIMITS: Limits = {
  bytes: 200 * MEGABYTE,
  columns: 200,
  cellBytes: 32 * KILOBYTE,
  rowBytes: 2 * MEGABYTE,
}

/** For the command and the API: any number of rows and bytes, but no hostile row. */
export const STREAM_LIMITS: Limits = { ...PAGE_LIMITS, bytes: Number.POSITIVE_INFINITY, columns: 2000 }

/** An XLSX is an archive and is read as a whole, so it has caps of its own wherever it comes from. */
export const ARCHIVE_LIMITS = { bytes: 200 * MEGABYTE, entries: 2000, unpackedBytes: 1024 * MEGABYTE, ratio: 200 }

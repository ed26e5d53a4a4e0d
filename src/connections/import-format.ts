import type { ColumnRole } from '../vocabulary/index.ts'

/** Why a format leaves a row out although it could be read; a sentence stands under `imports.reasons`. */
export type SkipReason = 'test_answer' | 'bogus_answer' | 'excluded_answer' | 'unfinished_answer'

/** The file of another system: how it is known by its columns, and what its columns mean. */
export type ImportFormat = {
  label: string
  /** These columns all stand in such a file (compared without case). */
  signature: string[]
  /** Meaning of the columns that such a file always has; every other column is guessed. */
  roles: Record<string, ColumnRole>
  /** Header rows below the first; they hold labels, never answers. */
  extraHeaderRows?: number
  /** The zone of times that name none, where the system always uses the same. */
  timeZone?: string
  /** Rows that are no answers: previews, bogus or excluded ones. `cell` gives a value by its column. */
  skips?: (cell: (column: string) => string) => SkipReason | null
  /** A file as this system writes it, for the contract suite: what is taken and what is rejected, by reason. */
  sample: { csv: string; taken: number; rejected: Record<string, number> }
}

/** A member of the shelf. */
export const importFormat = (format: ImportFormat): ImportFormat => format

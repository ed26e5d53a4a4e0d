import type { ImportReason } from '../../vocabulary/index.ts'

/** What became of one portion of rows; `rejected` names rows that only the database could refuse. */
export type Taken = {
  added: number
  changed: number
  known: number
  /** Values that stay as people said them, against what the rows say. */
  kept?: number
  /** Turns of triggers that the rows make. */
  turns?: number
  rejected: { row: number; reason: ImportReason; role: 'email' | 'external_id' | null }[]
}

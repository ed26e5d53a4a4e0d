import type { Tx } from '../../../platform/database/index.ts'
import type { StoredEvent } from '../../../vocabulary/index.ts'
import { cancelTurnsByImport, countTurnsOfImport, insertTurnsOfImport } from './queries/imported.ts'

/** Triggers hear of a file with history: what happened just now asks, what happened long ago does not. */
async function noticeImport(tx: Tx, event: StoredEvent<'import.finished'>): Promise<void> {
  if (event.payload.kind !== 'touchpoints') return
  await insertTurnsOfImport(tx, event.subjectId, event.occurredAt)
  await cancelTurnsByImport(tx, event.subjectId, event.occurredAt)
}

/** What triggers make of an import: counted in the transaction that brings the rows, noticed when it has ended. */
export const importedTurns = { count: countTurnsOfImport, notice: noticeImport }

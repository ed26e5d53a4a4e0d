import type { Database } from '../platform/database/index.ts'
import { makeDueAgain } from './queries.ts'

/** Tries again what reached nobody; by the owner of the tables, since the record of what happened is closed to everybody else. */
export const retryEvents = async (database: Database, workspaceId: string) => ({
  events: await database.inInstance(tx => makeDueAgain(tx, workspaceId)),
})

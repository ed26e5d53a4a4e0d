import type { Tools } from '../platform/tools.ts'
import type { Visit } from './endpoint.ts'
import { deleteSession } from './queries/sessions.ts'

/** Ends the session of this browser, here and in the database. */
export async function signOut({ database }: Tools, visit: Visit): Promise<void> {
  const { sessionHash } = visit
  if (sessionHash) await database.inInstance(tx => deleteSession(tx, sessionHash))
  visit.endSession()
}

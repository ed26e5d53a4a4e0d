import type { Context } from 'hono'
import { pageCaller } from '../../access/index.ts'
import type { Answering } from './answering.ts'
import { findVisit } from './find-visit.ts'

/** Whether the browser that sends an answer is signed in to the team's pages of the company that asks (S7); never in the demo. */
export async function isInsider(answering: Answering, c: Context, token: string): Promise<boolean> {
  if (answering.tools.settings.demo || !/(^|;\s*)(__Host-)?sid=/.test(c.req.header('cookie') ?? '')) return false
  const caller = await pageCaller(c, answering.tools)
  if (!caller) return false
  const visit = await findVisit(answering, token, { chosen: null, browser: null })
  return visit?.asked.workspaceId === caller.workspaceId
}

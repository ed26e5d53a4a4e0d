import type { Tools } from '../../platform/tools.ts'
import { decide } from './decide.ts'
import { whenItIs } from './pass-gate.ts'
import type { ClaimedMessage } from './queries/claim.ts'
import { gateFacts } from './queries/gate.ts'
import { turnAway } from './turn-away.ts'

/** Sorts out what the gate would refuse anyway, before a connection is spent on it; the gate still has the last word. */
export async function lookFirst({ database, clock }: Tools, messages: ClaimedMessage[]): Promise<ClaimedMessage[]> {
  if (messages.length === 0) return []
  const at = clock()
  const facts = await database.inInstance(tx => gateFacts(tx, messages, at))
  const may: ClaimedMessage[] = []
  for (const message of messages) {
    const known = facts.get(message.messageId)
    const decision = known ? decide(known, at) : null
    if (!known || decision === null || decision.pass) {
      may.push(message)
      continue
    }
    const scope = { workspaceId: message.workspaceId, actor: 'echolot', quiet: true }
    const away = await database.inWorkspace(scope, tx => turnAway(tx, message, decision, whenItIs(at, known)))
    if (!away) may.push(message)
  }
  return may
}

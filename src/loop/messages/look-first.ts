import type { Tools } from '../../platform/tools.ts'
import { emit } from '../emit.ts'
import { decide } from './decide.ts'
import type { ClaimedMessage } from './queries/claim.ts'
import { gateFacts } from './queries/gate.ts'
import { turnMessage } from './queries/outcomes.ts'

/** Sorts out what the gate would refuse anyway, before a connection is spent on it; the gate still has the last word. */
export async function lookFirst({ database, clock }: Tools, messages: ClaimedMessage[]): Promise<ClaimedMessage[]> {
  if (messages.length === 0) return []
  const at = clock()
  const facts = await database.inInstance(tx => gateFacts(tx, messages, at))
  const may: ClaimedMessage[] = []
  for (const message of messages) {
    const known = facts.get(message.messageId)
    const decision = known ? decide(known, at) : null
    if (decision === null || decision.pass) {
      may.push(message)
      continue
    }
    await database.inWorkspace({ workspaceId: message.workspaceId, actor: 'echolot', quiet: true }, async tx => {
      const turned = await turnMessage(tx, message, decision, ['claimed'])
      if (!turned || decision.state !== 'blocked') return
      await emit(tx, 'message.blocked', message.messageId, { personId: message.personId, reason: decision.reason })
    })
  }
  return may
}

import type { HookNews } from '../../../channels/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { objectToMessages } from '../../people/index.ts'
import { applyReceipt } from '../queries/text-settings.ts'

type Receipt = Extract<HookNews, { kind: 'receipt' }>

/** What a provider reports of a text, once: delivered settles one whose fate was unknown; a number that does not exist gets no more. */
export async function recordReceipt(tx: Tx, receipt: Receipt, at: Date): Promise<boolean> {
  const outcome = { delivered: 'delivered', failed: 'soft_bounce', unknown_number: 'hard_bounce' } as const
  const found = await applyReceipt(tx, { ...receipt, outcome: outcome[receipt.outcome] }, at)
  if (!found) return false
  if (receipt.outcome === 'unknown_number') {
    const { address_key: addressKey, person_id: personId } = found
    await objectToMessages(tx, { channel: 'sms', addressKey, personId, reason: 'hard_bounce' })
  }
  return true
}

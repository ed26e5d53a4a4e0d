import type { Tx } from '../../platform/database/index.ts'
import { addressKey } from '../../platform/secrets/index.ts'
import type { Tools } from '../../platform/tools.ts'
import { Refusal } from '../../vocabulary/index.ts'
import { addresses } from '../people/index.ts'
import { insertPersonal, personAddress } from './queries/queue.ts'

/** A mail that a member wrote to a person; `address` overrules the person's. */
export type Letter = {
  purpose: 'case_reply' | 'member'
  personId: string | null
  caseId?: string | null
  address?: string
  language?: string
  subject: string
  body: string
}

const WEEK_MS = 7 * 86_400_000

/** Queues a personal mail; the gate lets it pass unless the address is dead, erased or has complained (decision 030). */
export async function queueMessage(
  tx: Tx,
  letter: Letter,
  { settings, clock }: Pick<Tools, 'settings' | 'clock'>,
): Promise<{ messageId: string }> {
  const person = letter.personId ? await personAddress(tx, letter.personId) : undefined
  const address = letter.address ?? person?.email
  if (!address) throw new Refusal('address_missing')
  const key = addressKey(settings.secret, 'email', address)
  const suppression = await addresses.suppressionOf(tx, 'email', key)
  const reason = suppression?.suppression_reason
  if (reason && reason !== 'objection' && reason !== 'operator') throw new Refusal('address_suppressed', { reason })
  await addresses.ensure(tx, 'email', key)
  const messageId = await insertPersonal(tx, {
    purpose: letter.purpose,
    personId: letter.personId,
    caseId: letter.caseId ?? null,
    channel: 'email',
    address,
    addressKey: key,
    language: letter.language ?? person?.language ?? 'en',
    subject: letter.subject,
    body: letter.body,
    notBefore: clock(),
    expiresAt: new Date(clock().getTime() + WEEK_MS),
  })
  return { messageId }
}

import { customerLanguageOf, say } from '../../../languages/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { phoneNumber } from '../../../platform/phone.ts'
import { addressKey } from '../../../platform/secrets/index.ts'
import type { Tools } from '../../../platform/tools.ts'
import { Refusal } from '../../../vocabulary/index.ts'
import { addresses } from '../../people/index.ts'
import { insertPersonal } from '../queries/queue.ts'
import { companyOf } from '../queries/settings.ts'
import { textRow } from '../queries/text-settings.ts'

const HOUR_MS = 3_600_000

/** Sends one text to a number of the team, through the queue and the gate like every other. */
export async function tryText(
  tx: Tx,
  to: string,
  { settings, clock }: Pick<Tools, 'settings' | 'clock'>,
): Promise<{ messageId: string }> {
  const row = await textRow(tx)
  const number = phoneNumber(to, row?.country)
  if (!number) throw new Refusal('phone_invalid', {}, [{ path: 'to', problem: 'is no phone number' }])
  const company = await companyOf(tx)
  const language = customerLanguageOf(company?.language)
  return queueText(tx, {
    purpose: 'member',
    number,
    language,
    body: say(language, 'channels.sms.trialText', { company: company?.name ?? '' }),
    secret: settings.secret,
    at: clock(),
  })
}

type NewText = {
  purpose: 'member' | 'confirmation'
  number: string
  language: string
  body: string
  secret: string
  at: Date
}

/** Queues one text that asks for nothing. */
export async function queueText(tx: Tx, { number, secret, at, ...text }: NewText): Promise<{ messageId: string }> {
  const key = addressKey(secret, 'sms', number)
  await addresses.ensure(tx, 'sms', key)
  const messageId = await insertPersonal(tx, {
    ...text,
    personId: null,
    caseId: null,
    channel: 'sms',
    address: number,
    addressKey: key,
    subject: '',
    notBefore: at,
    expiresAt: new Date(at.getTime() + HOUR_MS),
  })
  return { messageId }
}

import { customerLanguageOf, say } from '../../languages/index.ts'
import type { Tx } from '../../platform/database/index.ts'
import type { Tools } from '../../platform/tools.ts'
import type { OptInRequest } from '../../vocabulary/index.ts'
import { addresses, preferences } from '../people/index.ts'
import { insertPersonal } from './queries/queue.ts'

/** Notes a consent that a person gave by a form, and sends the link by which the owner of the address confirms it. */
export async function requestOptIn(
  tx: Tx,
  personId: string,
  given: OptInRequest,
  tools: Pick<Tools, 'settings' | 'clock'> & { actor: string },
): Promise<{ optInId: string; expiresAt: string }> {
  const asked = await preferences.askForConfirmation(tx, personId, given, tools)
  const { key, address, company } = asked
  const { channel, text } = given
  await addresses.ensure(tx, channel, key)
  const language = customerLanguageOf(asked.language)
  const words = { company, text, link: `${tools.settings.publicUrl}/c/${asked.token}` }
  await insertPersonal(tx, {
    purpose: 'confirmation',
    personId,
    caseId: null,
    channel,
    address,
    addressKey: key,
    language,
    subject: say(language, 'permissions.mail.subject', words),
    body: say(language, channel === 'sms' ? 'permissions.mail.sms' : 'permissions.mail.body', words),
    notBefore: tools.clock(),
    expiresAt: asked.expiresAt,
  })
  return { optInId: asked.optInId, expiresAt: asked.expiresAt.toISOString() }
}

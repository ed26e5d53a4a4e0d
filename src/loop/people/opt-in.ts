import { randomUUID } from 'node:crypto'
import type { Tx } from '../../platform/database/index.ts'
import { derivedToken, tokenHash } from '../../platform/secrets/index.ts'
import type { Tools } from '../../platform/tools.ts'
import { type OptInRequest, Refusal } from '../../vocabulary/index.ts'
import { addressBy } from './addresses-with-keys.ts'
import { suppressionOf } from './queries/addresses.ts'
import { insertRecord, readmit, replaceBasis, standingRow } from './queries/ledger.ts'
import { insertOptIn, markConfirmed, type OptInRow, wasAskedSince } from './queries/opt-ins.ts'

const DAY_MS = 86_400_000
const VALID_DAYS = 14

/** A consent that waits for its confirmation, with what the message that asks for it needs. */
export type AskedOptIn = {
  optInId: string
  token: string
  address: string
  key: Buffer
  language: string
  company: string
  expiresAt: Date
}

/** Notes a consent that somebody gave by a form. It counts for nothing until the owner of the address confirms it. */
export async function askForConfirmation(
  tx: Tx,
  personId: string,
  given: OptInRequest,
  { actor, settings, clock }: Pick<Tools, 'settings' | 'clock'> & { actor: string },
): Promise<AskedOptIn> {
  const person = await standingRow(tx, personId)
  if (!person) throw new Refusal('not_found')
  const { channel } = given
  const known = addressBy(channel, person, settings.secret)
  if (!known) throw new Refusal('address_missing')
  const { address, key } = known
  const suppression = await suppressionOf(tx, channel, key)
  if (suppression) throw new Refusal('address_suppressed', { reason: suppression.suppression_reason ?? 'objection' })
  const at = clock()
  if (await wasAskedSince(tx, key, new Date(at.getTime() - DAY_MS))) throw new Refusal('opt_in_waiting')
  const optInId = randomUUID()
  const token = derivedToken(settings.secret, 'opt_in', optInId)
  const expiresAt = new Date(at.getTime() + VALID_DAYS * DAY_MS)
  const language = person.language ?? 'en'
  const { text, textVersion, formUrl, ip = null } = given
  const words = { text, textVersion, formUrl, ip }
  const asked = { optInId, personId, channel, address, addressKey: key, language, requestedBy: actor, requestedAt: at }
  await insertOptIn(tx, { ...asked, ...words, expiresAt, tokenHash: tokenHash(token) })
  await insertRecord(tx, { personId, channel, kind: 'opt_in_requested', evidence: words, recordedBy: actor })
  return { optInId, token, address, key, language, company: person.company, expiresAt }
}

/** The owner of the address confirms: from now on there is a consent with everything that proves it (BGH I ZR 164/09). */
export async function confirmOptIn(tx: Tx, asked: OptInRow, given: { at: Date; ip: string }): Promise<void> {
  if (!(await markConfirmed(tx, asked.opt_in_id, given))) return
  const channel = asked.channel === 'sms' ? 'sms' : 'email'
  const evidence = {
    text: asked.consent_text,
    textVersion: asked.text_version,
    givenAt: asked.requested_at.toISOString(),
    source: asked.form_url,
    ...(asked.requested_ip ? { ip: asked.requested_ip } : {}),
    confirmedAt: given.at.toISOString(),
    confirmedIp: given.ip,
  }
  const personId = asked.person_id
  await insertRecord(tx, { personId, channel, kind: 'opt_in_confirmed', evidence, recordedBy: 'person' })
  await replaceBasis(tx, { personId, channel, basis: 'consent', evidence, recordedBy: 'person', at: given.at })
  await readmit(tx, channel, asked.address_key)
}

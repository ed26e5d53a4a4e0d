import type { CustomerLanguage } from '../../languages/index.ts'
import type { Reader, Tx } from '../../platform/database/index.ts'
import type { Tools } from '../../platform/tools.ts'
import type { Channel, ChannelStanding } from '../../vocabulary/index.ts'
import { addressesWithKeys, type KnownAddress } from './addresses-with-keys.ts'
import { objectToMessages } from './object-to-messages.ts'
import { insertRecord, personBehind, readmit, replaceBasis, standingRow, upsertWishes } from './queries/ledger.ts'
import { standingOf } from './read-ledger.ts'
import { changePerson } from './save-person.ts'

/** Whose preferences a link is about: the address that the link was sent to proves who holds it. */
export type Holder = { channel: Channel; addressKey: Buffer }
/** What the page shows: the person behind the address, where one is known, and what stands about each channel. */
export type Preferences = {
  personId: string | null
  language: string | null
  company: string
  channels: ChannelStanding[]
  keys: KnownAddress[]
}

/** How often somebody wants to hear. */
export const FREQUENCIES = ['all', 'surveys', 'pause'] as const
export type Frequency = (typeof FREQUENCIES)[number]
/** What a person decided on the page; `consent` is the sentence that stood beside the box. */
export type Wish = {
  wanted: ('email' | 'sms')[]
  never: boolean
  frequency: Frequency
  language: CustomerLanguage | null
  consent: { text: string; textVersion: string; ip: string; source: string }
}

const PAUSE_MONTHS = 6

/** What stands about the holder of an address; null where nobody with it is known any more. */
export async function readPreferences(
  reader: Reader,
  holder: Holder,
  { settings, clock }: Pick<Tools, 'settings' | 'clock'>,
): Promise<Preferences | null> {
  const found = await personBehind(reader, holder.addressKey)
  const person = found?.person_id ? await standingRow(reader, found.person_id) : undefined
  if (!person) return null
  const keys = addressesWithKeys(person, settings.secret)
  const { person_id: personId, language, company } = person
  return { personId, language, company, keys, channels: await standingOf(reader, personId, keys, clock()) }
}

/** A person decides themselves: what is switched off ends at once; only the channel of the link can be switched on again. */
export async function changePreferences(
  tx: Tx,
  holder: Holder,
  wish: Wish,
  tools: Pick<Tools, 'settings' | 'clock'>,
): Promise<void> {
  const known = await readPreferences(tx, holder, tools)
  if (!known?.personId) return
  const { personId, keys, channels } = known
  const at = tools.clock()
  for (const standing of channels) {
    const key = keys.find(one => one.channel === standing.channel)?.key
    if (!key) continue
    const mayAsk = standing.basis !== 'none' && standing.suppression === null
    const wants = wish.wanted.includes(standing.channel)
    // A box that was never ticked is no objection; "never again" is one everywhere.
    if (!wants && (mayAsk || wish.never) && standing.suppression === null) {
      await objectToMessages(tx, { channel: standing.channel, addressKey: key, personId })
    }
    if (wants && !mayAsk && key.equals(holder.addressKey)) await agree(tx, { personId, standing, key, wish, at })
    await upsertWishes(tx, { channel: standing.channel, key }, wishesOf(wish, at))
  }
  const evidence = { wanted: wish.wanted, frequency: wish.frequency, language: wish.language, ip: wish.consent.ip }
  await insertRecord(tx, { personId, channel: holder.channel, kind: 'preference', evidence, recordedBy: 'person' })
  if (wish.language) await changePerson(tx, personId, { language: wish.language })
}

/** Consent by the person's own link: it was sent to the address, so it proves what a confirmation would. */
async function agree(
  tx: Tx,
  {
    personId,
    standing,
    key,
    wish,
    at,
  }: { personId: string; standing: ChannelStanding; key: Buffer; wish: Wish; at: Date },
): Promise<void> {
  const { channel, suppression } = standing
  if (suppression !== null && !(await readmit(tx, channel, key))) return
  const evidence = { ...wish.consent, givenAt: at.toISOString(), confirmedAt: at.toISOString() }
  await replaceBasis(tx, { personId, channel, basis: 'consent', evidence, recordedBy: 'person', at })
}

function wishesOf({ frequency }: Wish, at: Date) {
  const until = new Date(at)
  until.setUTCMonth(until.getUTCMonth() + PAUSE_MONTHS)
  return { pausedUntil: frequency === 'pause' ? until : null, surveysOnly: frequency === 'surveys' }
}

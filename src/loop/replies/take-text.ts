import type { HookNews } from '../../channels/index.ts'
import { customerLanguageOf, say } from '../../languages/index.ts'
import type { Tx } from '../../platform/database/index.ts'
import { textNumber } from '../../platform/phone.ts'
import { addressKey } from '../../platform/secrets/index.ts'
import type { Settings } from '../../platform/settings.ts'
import { asksToStop } from '../../vocabulary/index.ts'
import { texts } from '../messages/index.ts'
import { addresses, objectToMessages } from '../people/index.ts'
import { insertReply, isKnown, lockAddress, newestTextTo } from './queries.ts'
import { takeReply } from './take-reply.ts'

type Received = Extract<HookNews, { kind: 'received' }>

/** Takes a text that somebody sent: a wish to stop takes effect at once, all else answers the newest text to that number. */
export async function takeText(tx: Tx, news: Received, house: Pick<Settings, 'secret'>, at: Date): Promise<string> {
  const sourceKey = news.id.slice(0, 300)
  if (await isKnown(tx, 'sms', sourceKey)) return 'known'
  const number = textNumber(news.from, null)
  const key = addressKey(house.secret, 'sms', number)
  if (asksToStop(news.text)) return stop(tx, { number, key, sourceKey, secret: house.secret, at })
  const message = await newestTextTo(tx, key)
  if (!message) {
    await insertReply(tx, { channel: 'sms', sourceKey, kind: 'unmatched', receivedAt: at })
    return 'unmatched'
  }
  // The provider proved itself, and the network says from which number a text comes.
  return takeReply(tx, {
    channel: 'sms',
    sourceKey,
    message,
    words: news.text,
    proven: true,
    automatic: false,
    receivedAt: at,
  })
}

type Stop = { number: string; key: Buffer; sourceKey: string; secret: string; at: Date }

/** Suppresses the number and confirms it with one text, however often it is said. */
async function stop(tx: Tx, { number, key, sourceKey, secret, at }: Stop): Promise<'stop'> {
  await addresses.ensure(tx, 'sms', key)
  const before = await lockAddress(tx, 'sms', key)
  const message = await newestTextTo(tx, key)
  await objectToMessages(tx, { channel: 'sms', addressKey: key, personId: message?.personId ?? null })
  const { personId = null, messageId = null } = message ?? {}
  await insertReply(tx, { channel: 'sms', sourceKey, kind: 'stop', personId, messageId, receivedAt: at })
  if (before?.suppressed_at || !message) return 'stop'
  const language = customerLanguageOf(message.language)
  const company = await texts.company(tx)
  const body = say(language, 'messages.sms.stopped', { company: company?.name ?? '' })
  await texts.queue(tx, { purpose: 'confirmation', number, language, body, secret, at })
  return 'stop'
}

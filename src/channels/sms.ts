import { z } from 'zod'
import { EgressProblem, type OutsideReply, readyRequest } from '../platform/egress/index.ts'
import { ChannelProblem, type ChannelVerdict, type House, type Outgoing, type SendingChannel } from './channel.ts'
import type { SmsField, SmsProvider, SmsReading } from './sms-provider.ts'
import { shelf } from './sms-providers/shelf.gen.ts'

/** The name of a provider. */
export type SmsProviderName = keyof typeof shelf
export const SMS_PROVIDERS = Object.keys(shelf) as SmsProviderName[]

/** A provider whose settings are not known in detail. */
export type AnySmsProvider = Omit<SmsProvider, 'fields'> & { fields: Record<string, SmsField> }

/** A provider by its name. */
export const smsProvider = async (name: SmsProviderName): Promise<AnySmsProvider> =>
  (await shelf[name]()).default as unknown as AnySmsProvider

const settings = z.strictObject({
  provider: z.enum(SMS_PROVIDERS),
  /** In the shape of the provider. */
  settings: z.record(z.string(), z.unknown()),
})

/** Text messages through a provider: the request is built and its way checked beforehand, and leaves after the gate. */
const sms: SendingChannel<typeof settings> = {
  way: 'sends',
  name: 'sms',
  label: { en: 'Text message (SMS)', de: 'SMS', fi: 'Tekstiviesti' },
  lead: {
    en: 'A short text with the personal link; STOP ends it at once.',
    de: 'Ein kurzer Text mit dem persönlichen Link; STOP beendet es sofort.',
    fi: 'Lyhyt viesti ja henkilökohtainen linkki; STOP lopettaa heti.',
  },
  settings,
  open: (given, house) => ({ prepare: message => prepare(given, house, message), close: () => undefined }),
}
export default sms

const NUMBER = /^\+[1-9]\d{6,14}$/
const LONGEST = 1600

async function prepare(given: z.output<typeof settings>, house: House, message: Outgoing) {
  const text = message.text.trim()
  if (!text || text.length > LONGEST) throw new ChannelProblem('refused', text ? 'text too long' : 'empty message')
  if (!NUMBER.test(message.to.address)) throw new ChannelProblem('address_invalid', null)
  const provider = await smsProvider(given.provider)
  const own = provider.settings.safeParse(given.settings)
  if (!own.success) throw new ChannelProblem('sender_refused', 'The settings of the provider cannot be used.')
  const asked = provider.request(own.data, {
    to: message.to.address,
    text,
    messageId: message.messageId.split('@')[0] ?? '',
    hookUrl: house.hookUrl,
  })
  const ready = await readyRequest(asked, house.rules).catch(translate('unreachable'))
  const release = async () => {
    const reply = await ready.send().catch(translate(provider.repeatable?.(own.data) ? 'busy' : 'no_reply'))
    return providerIdOf(provider.read(reply, own.data) ?? readStatus(reply))
  }
  return { release, drop: () => undefined }
}

/** What a failure of the way means: before anything was sent it may be tried again, afterwards only where repetitions are ignored. */
const translate = (afterwards: ChannelVerdict) => (error: unknown) => {
  if (!(error instanceof EgressProblem)) throw error
  const verdicts = { forbidden: 'sender_refused', unreachable: 'unreachable', no_reply: afterwards } as const
  throw new ChannelProblem(verdicts[error.failure], error.message, error)
}

function providerIdOf(reading: SmsReading): string {
  if (!reading.taken) throw new ChannelProblem(reading.verdict, reading.words?.slice(0, 500) ?? null)
  return reading.providerId.slice(0, 300)
}

const REFUSES_SENDER = [401, 402, 403, 404, 405, 407]

/** What a status alone says. A 5xx other than 503 does not tell whether the text left, so it counts as no reply. */
function readStatus({ status, body }: OutsideReply): SmsReading {
  const words = `${status} ${body.replaceAll(/\s+/g, ' ').slice(0, 300)}`.trim()
  const no = (verdict: ChannelVerdict) => ({ taken: false as const, verdict, words })
  if (status >= 200 && status < 300) return { taken: true, providerId: `accepted ${status}` }
  if (status === 429 || status === 503) return no('busy')
  if (status >= 500) return no('no_reply')
  // A redirect is not followed: the address is wrong, or somebody would like to know our key.
  if (status < 400 || REFUSES_SENDER.includes(status)) return no('sender_refused')
  return no('refused')
}

import { simpleParser } from 'mailparser'
import { afterAll, describe, expect, test } from 'vitest'
import {
  ChannelProblem,
  type Outgoing,
  type SendingChannel,
  SMS_PROVIDERS,
  sendingChannel,
  shelf,
} from '../../src/channels/index.ts'
import { CHANNELS } from '../../src/vocabulary/index.ts'
import { mailServer } from '../harness/mail-server.ts'
import { type TextRequest, textServer } from '../harness/text-server.ts'
import { PROVIDERS } from './sms-providers.ts'

const mails = await mailServer()
const texts = await textServer(request => PROVIDERS.find(one => one.is(request))?.reply ?? { status: 404, body: '' })
afterAll(mails.stop)
afterAll(texts.stop)
const house = { rules: { insideHosts: [texts.inside] }, hookUrl: 'https://echolot.example/hooks/sms/abc' }

/** What a channel needs to be tried: its settings, whom it reaches, what arrived at the other end. */
type Ground = {
  name: string
  channel: SendingChannel
  settings: Record<string, unknown>
  to: string
  nobody: string
  arrived: () => number
  words: () => Promise<string>
  id: RegExp
}

const lastText = () => texts.requests.at(-1) as TextRequest
const grounds: Ground[] = [
  {
    name: 'email',
    channel: (await sendingChannel.email()) as unknown as SendingChannel,
    settings: { smtpUrl: mails.url },
    to: 'anna@example.com',
    nobody: 'anna@example.com>\r\nRCPT TO:<x@y.example',
    arrived: () => mails.accepted.length,
    words: async () => {
      const parsed = await simpleParser(Buffer.from(mails.accepted.at(-1)?.raw ?? '', 'latin1'))
      return parsed.text?.replace(/\r?\n/g, '\n').trim() ?? ''
    },
    id: /queued/,
  },
  ...(await Promise.all(
    PROVIDERS.map(async provider => ({
      name: `sms by ${provider.name}`,
      channel: (await sendingChannel.sms()) as unknown as SendingChannel,
      settings: { provider: provider.name, settings: provider.settings(texts.url) },
      to: '+4915112345678',
      nobody: '+49 151&from=x',
      arrived: () => texts.requests.length,
      words: async () => provider.words(lastText()),
      id: provider.id,
    })),
  )),
]

const WORDS = 'Tom & "Jerry" <b>say</b> {{from}} \\ % + hello\n.\nand a dot €'
const message: Outgoing = {
  from: { name: 'Nordwind', address: 'ask@nordwind.example' },
  to: { name: 'Anna', address: 'anna@example.com' },
  subject: 'How likely?',
  text: WORDS,
  html: '<p>Hello</p>',
  messageId: '0b8f7c1e-8a4d-4c55-9f1a-2f1d0e4c7a10@nordwind.example',
  date: new Date('2026-03-03T11:00:00Z'),
}

test('the shelf has every channel of the vocabulary, each in a file of its own, with words in every language', async () => {
  expect(Object.keys(shelf).sort()).toEqual([...CHANNELS].sort())
  for (const [name, load] of Object.entries(shelf)) {
    const channel = (await load()).default
    expect(channel.name).toBe(name)
    for (const words of [...Object.values(channel.label), ...Object.values(channel.lead)])
      expect(words.trim()).not.toBe('')
  }
})

test('every provider of texts is tried here', () => {
  expect(PROVIDERS.map(provider => provider.name).sort()).toEqual([...SMS_PROVIDERS].sort())
})

describe.each(grounds)('the channel $name', ground => {
  const { channel } = ground
  const transport = channel.open(channel.settings.parse(ground.settings) as never, house)
  const outgoing = { ...message, to: { ...message.to, address: ground.to } }
  afterAll(() => transport.close())

  test('refuses settings that it cannot use', () => {
    expect(channel.settings.safeParse({}).success).toBe(false)
    expect(channel.settings.safeParse({ ...ground.settings, other: 1 }).success).toBe(false)
  })

  test('lets nothing out before it is released, and nothing at all when it is dropped', async () => {
    const before = ground.arrived()
    const dropped = await transport.prepare(outgoing)
    expect(ground.arrived()).toBe(before)
    dropped.drop()
    const released = await transport.prepare(outgoing)
    expect(ground.arrived()).toBe(before)
    expect(await released.release()).toMatch(ground.id)
    expect(ground.arrived()).toBe(before + 1)
  })

  test('brings every sign through as it was written', async () => {
    await (await transport.prepare(outgoing)).release()
    expect(await ground.words()).toBe(WORDS)
  })

  test('refuses what is empty and whom it cannot reach, as a problem with a verdict', async () => {
    const verdict = (change: Partial<Outgoing>) =>
      transport.prepare({ ...outgoing, ...change }).then(
        () => 'prepared',
        problem => (problem instanceof ChannelProblem ? problem.verdict : String(problem)),
      )
    expect(await verdict({ text: ' ' })).toBe('refused')
    if (ground.name === 'email') expect(await verdict({ subject: '' })).toBe('refused')
    expect(await verdict({ to: { address: ground.nobody } })).toBe('address_invalid')
  })
})

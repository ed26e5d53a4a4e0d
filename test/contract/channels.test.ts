import { simpleParser } from 'mailparser'
import { afterAll, describe, expect, test } from 'vitest'
import { ChannelProblem, channels, type Outgoing } from '../../src/channels/index.ts'
import { CHANNELS } from '../../src/vocabulary/index.ts'
import { mailServer } from '../harness/mail-server.ts'

const server = await mailServer()
afterAll(server.stop)

/** What each channel needs to be tried: its settings, and what arrived at the other end. */
const grounds = { email: { settings: { smtpUrl: server.url }, arrived: () => server.accepted.length } }

const message: Outgoing = {
  from: { name: 'Nordwind', address: 'ask@nordwind.example' },
  to: { name: 'Anna', address: 'anna@example.com' },
  subject: 'How likely?',
  text: 'Tom & "Jerry" <b>say</b> hello\r\n.\r\nand a dot',
  html: '<p>Hello</p>',
  messageId: 'm1@nordwind.example',
  date: new Date('2026-03-03T11:00:00Z'),
}

describe.each(Object.entries(channels))('the channel %s', (name, channel) => {
  const ground = grounds[name as keyof typeof grounds]
  const transport = channel.open(channel.settings.parse(ground.settings))
  afterAll(() => transport.close())

  test('is one of the known channels and has a label in every language', () => {
    expect(CHANNELS).toContain(channel.name)
    expect(channel.name).toBe(name)
    for (const label of Object.values(channel.label)) expect(label.trim()).not.toBe('')
  })

  test('refuses settings that it cannot use', () => {
    expect(channel.settings.safeParse({}).success).toBe(false)
    expect(channel.settings.safeParse({ ...ground.settings, other: 1 }).success).toBe(false)
  })

  test('lets nothing out before it is released, and nothing at all when it is dropped', async () => {
    const before = ground.arrived()
    const dropped = await transport.prepare(message)
    expect(ground.arrived()).toBe(before)
    dropped.drop()
    const released = await transport.prepare(message)
    expect(ground.arrived()).toBe(before)
    expect(await released.release()).toMatch(/\S/)
    expect(ground.arrived()).toBe(before + 1)
  })

  test('brings every sign through as it was written', async () => {
    await (await transport.prepare(message)).release()
    const parsed = await simpleParser(Buffer.from(server.accepted.at(-1)?.raw ?? '', 'latin1'))
    expect(parsed.text?.replace(/\r?\n/g, '\n').trim()).toBe('Tom & "Jerry" <b>say</b> hello\n.\nand a dot')
  })

  test('refuses what is empty and whom it cannot reach, as a problem with a verdict', async () => {
    const verdict = (change: Partial<Outgoing>) =>
      transport.prepare({ ...message, ...change }).then(
        () => 'prepared',
        problem => (problem instanceof ChannelProblem ? problem.verdict : String(problem)),
      )
    expect(await verdict({ text: ' ' })).toBe('refused')
    expect(await verdict({ subject: '' })).toBe('refused')
    expect(await verdict({ to: { address: 'anna@example.com>\r\nRCPT TO:<x@y.example' } })).toBe('address_invalid')
  })
})

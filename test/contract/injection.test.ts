import { simpleParser } from 'mailparser'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordBasis } from '../../src/loop/people/index.ts'
import { freshDatabase } from '../harness/database.ts'
import { mailServer } from '../harness/mail-server.ts'
import { productOn } from '../harness/product.ts'
import { HOSTILE_WORDS } from './hostile-words.ts'
import { ADDRESSES, HEADERS, TEMPLATES } from './payloads.ts'
import { company, cookieOf } from './two-companies.ts'

const LONGEST_NAME = 180

const { database } = await freshDatabase()
const server = await mailServer()
const product = productOn(database, { ECHOLOT_SMTP_URL: server.url, ECHOLOT_URL: 'https://echolot.example' })
/** The words of strangers as names, as many together as a name may have. */
const PACKED: string[] = []
for (const words of HOSTILE_WORDS.filter(one => one.length < LONGEST_NAME && !/\0|\p{Cs}/u.test(one))) {
  const joined = `${PACKED.at(-1) ?? ''} ${words}`
  if (PACKED.length > 0 && joined.length <= LONGEST_NAME) PACKED[PACKED.length - 1] = joined
  else PACKED.push(words)
}
const NAMES = [...HEADERS, ...TEMPLATES, ...PACKED]
const COMPANIES = 6
const refused: string[] = []

beforeAll(async () => {
  // A Tuesday at noon: no quiet hours.
  product.time.now = new Date('2026-03-03T11:00:00Z')
  for (let i = 0; i < COMPANIES; i++) await sendFrom(i)
  product.app.start()
})
afterAll(async () => {
  await product.app.stop()
  await server.stop()
})

const of = (list: string[], i: number) => list[i % list.length] ?? ''

/** A company whose every text is hostile asks its share of people, whose names are hostile, all by the API. */
async function sendFrom(i: number): Promise<void> {
  const own = await company(database, `Nordwind ${i}`)
  const owner = product.browser({ cookie: `__Host-${await cookieOf(database, own, 'owner')}` })
  const put = async (what: string, body: Record<string, unknown>) => {
    const { status, text } = await owner.send('PATCH', '/workspace', body)
    if (status >= 400) refused.push(`${what}: ${text.slice(0, 200)}`)
  }
  await put('sender', { senderAddress: 'ask@nordwind.example', imprint: 'Nordwind, Hamburg' })
  await put('name', { senderName: of(HEADERS, i) })
  await put('imprint', { imprint: of([...TEMPLATES, ...HEADERS], i * 7) })
  const survey = await owner.post('/surveys', { name: 'Hostile', languages: ['en'] })
  expect(survey.status, survey.text).toBe(201)
  const { surveyId, wording } = survey.json ?? {}
  const en = wording.texts.en
  const hostile = {
    mailSubject: of(HEADERS, i + 3),
    mailIntro: of(TEMPLATES, i),
    question: of(TEMPLATES, i + 5),
    lowEnd: of(HEADERS, i + 9).slice(0, 80),
  }
  const texts = { en: { ...en, ...hostile } }
  const published = await owner.post(`/surveys/${surveyId}/versions`, {
    wording: { ...wording, language: 'en', texts },
  })
  if (published.status >= 400) refused.push(`wording: ${published.text.slice(0, 300)}`)
  for (let k = i; k < NAMES.length; k += COMPANIES) {
    const { status, text } = await owner.post('/people', {
      email: `person${k}@example.com`,
      name: NAMES[k],
      language: 'en',
    })
    if (status < 400) continue
    // A name that is refused is no way in either; the person is asked without it.
    refused.push(`person: ${text.slice(0, 200)}`)
    await owner.post('/people', { email: `person${k}@example.com`, language: 'en' })
  }
  const evidence = { basis: 'consent' as const, text: 'yes', givenAt: '2026-01-01', source: 'form' }
  await database.inWorkspace(own.scope, tx =>
    recordBasis(tx, { channel: 'email', audience: { kind: 'all' }, evidence }, null),
  )
  const wave = await owner.post('/waves', { surveyId, name: 'Round', audience: { kind: 'all' } })
  const approval = await owner.post(`/waves/${wave.json?.waveId}/approval`)
  expect(approval.status, approval.text).toBeLessThan(300)
}

test('every one of them gets a mail', { timeout: 110_000 }, () =>
  expect.poll(() => server.accepted.length, { timeout: 100_000, interval: 250 }).toBe(NAMES.length),
)

test('few of the texts are refused at the door, so that the wire is what is looked at', () =>
  expect(refused.length, refused.join('\n')).toBeLessThan(NAMES.length / 4))

test('whatever a company or a person is called, each mail has one sender, one recipient, one subject, and goes to whom it is for (M5)', async () => {
  const reached = new Set<string>()
  for (const { raw, to } of server.accepted) {
    const head = raw.slice(0, raw.indexOf('\r\n\r\n'))
    for (const name of [
      'From',
      'To',
      'Subject',
      'Message-ID',
      'Date',
      'List-Unsubscribe',
      'List-Unsubscribe-Post',
      'List-Id',
      'MIME-Version',
    ])
      expect(head.match(new RegExp(`^${name}:`, 'gim')), `${name} in\n${head}`).toHaveLength(1)
    expect(head).not.toMatch(/^(b?cc|resent-[a-z]+|sender|x-evil):/im)
    const parsed = await simpleParser(Buffer.from(raw, 'latin1'))
    expect(parsed.from?.value.map(box => box.address)).toEqual(['ask@nordwind.example'])
    expect(parsed.to && 'value' in parsed.to ? parsed.to.value.map(box => box.address) : []).toEqual([to])
    expect(parsed.attachments).toEqual([])
    reached.add(to)
  }
  expect(reached.size).toBe(NAMES.length)
})

test('nothing is evaluated and nothing of a text becomes markup (M6)', async () => {
  const outside = [process.env.PATH, process.env.HOME, process.version].filter(value => value && value.length > 4)
  for (const { raw, to } of server.accepted) {
    const { text = '', html } = await simpleParser(Buffer.from(raw, 'latin1'), { skipHtmlToText: true })
    const markup = html || ''
    const all = `${text}${markup}`
    // Whoever is called undefined may be greeted so.
    const name = NAMES[Number(/^person(\d+)@/.exec(to)?.[1])] ?? ''
    if (!/undefined|NaN/.test(name))
      expect(all).not.toMatch(/\[native code\]|\[object |NaN|undefined|function anonymous/)
    for (const value of outside) expect(all).not.toContain(value)
    expect(all).not.toContain('7777777')
    expect(markup).not.toMatch(/<(script|img|svg|iframe|object|form|input|base|link|embed)\b/i)
    const tags = markup.match(/<[a-z!][^>]*>/gi)?.map(tag => tag.replaceAll(/"[^"]*"/g, '')) ?? []
    expect(tags.join('')).not.toMatch(/\son\w+=|javascript:/i)
    const links = [...markup.matchAll(/href="([^"]*)"/g)].map(([, link]) => link ?? '')
    for (const link of links) expect(link).toMatch(/^https:\/\/echolot\.example\//)
  }
})

test.each(ADDRESSES)('%j is no address', async address => {
  const own = await company(database, 'Addresses')
  const owner = product.browser({ cookie: `__Host-${await cookieOf(database, own, 'owner')}` })
  expect((await owner.post('/people', { email: address })).status).toBe(400)
  expect((await owner.send('PATCH', '/workspace', { senderAddress: address })).status).toBe(400)
  expect((await owner.send('PATCH', '/sending', { replyTo: address })).status).toBe(400)
})

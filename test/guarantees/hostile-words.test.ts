// S8: whatever a stranger writes, wherever we let them write, is stored clean and stays words on the pages that show it again.

import { expect, test } from 'vitest'
import { readMailReply } from '../../src/loop/replies/read-mail-reply.ts'
import { askedPerson } from '../../src/loop/replies/replies.fixture.ts'
import { takeMail } from '../../src/loop/replies/take-mail.ts'
import { takeText } from '../../src/loop/replies/take-text.ts'
import { cleanComment } from '../../src/loop/responses/index.ts'
import { standardWordings } from '../../src/loop/surveys/index.ts'
import { HOSTILE_WORDS } from '../contract/hostile-words.ts'
import { companyWithLinks, freshKey } from '../harness/company-with-links.ts'
import { invitedPeople } from '../harness/invited-people.ts'

const { database, own, product, openLink, survey, send, stored, laterBy } = await companyWithLinks()
const MOST = 5000

/** The words again, as many together as one text may hold: what escapes each sign needs no visit for each word. */
const TEXTS: string[] = []
for (const words of HOSTILE_WORDS) {
  const joined = `${TEXTS.at(-1) ?? ''}\n${words}`
  if (TEXTS.length > 0 && joined.length < MOST - 1000) TEXTS[TEXTS.length - 1] = joined
  else TEXTS.push(words)
}

/** What is wrong with a text as it is stored; nothing is the rule. */
function wrongWith(text: string | null): string[] {
  if (text === null) return []
  return [
    text.normalize('NFC') === text ? '' : 'not composed',
    Array.from(text).length <= MOST ? '' : 'too long',
    /[^\P{Cc}\n\t]|\p{Cs}|[\u2028\u2029\uFEFF\u{E0000}-\u{E007F}]/u.test(text) ? 'control characters' : '',
    /\p{M}{9}/u.test(text) ? 'a tower of marks' : '',
    /\n{3}|\r/.test(text) ? 'a tower of lines' : '',
    text.trim() === text ? '' : 'white space around it',
  ].filter(Boolean)
}

/** A text beside what is stored of it, and what is wrong with that. */
const complaints = (pairs: (readonly [string, string | null | undefined])[]) =>
  pairs.flatMap(([given, kept]) => {
    const wrong = [...wrongWith(kept ?? null), ...(kept === cleanComment(given).text ? [] : ['not what was written'])]
    return wrong.length > 0 ? [`${JSON.stringify(given).slice(0, 80)}: ${wrong.join(', ')}`] : []
  })

/** A page without its words: its elements and the names of their attributes. */
const skeleton = (page: string) =>
  page
    .match(/<[^>]*>/g)
    ?.map(tag => tag.replaceAll(/"[^"]*"/g, '""'))
    .join('') ?? ''

test('the words are of every kind, and what is kept of them is clean', () => {
  expect(HOSTILE_WORDS.length).toBeGreaterThan(400)
  const kept = HOSTILE_WORDS.map(words => [words, cleanComment(words).text] as const)
  expect(complaints(kept)).toEqual([])
  // Cleaning takes nothing of what can be read.
  const readable = kept.filter(([words]) => /^[\p{L}\p{N}\p{P}\p{S} ]{1,200}$/u.test(words))
  expect(readable.length).toBeGreaterThan(300)
  for (const [words, text] of readable) expect(text).toBe(words.normalize('NFC').trim())
})

/** Someone with a personal link to a survey that asks for more words, who has answered already. */
async function visitor() {
  const standard = standardWordings('{{company}}', 'en')
  const texts = { en: { ...standard.texts.en, questions: { words: { text: 'Say' } } } }
  const wording = { ...standard, questions: [{ questionId: 'words', kind: 'free' }], texts }
  const [link] = (await invitedPeople(database, own.scope, 1, { wording })).links
  const ask = async (path: string, fields?: Record<string, string>) => {
    const init = fields ? { method: 'POST', body: new URLSearchParams({ language: 'en', ...fields }) } : {}
    return (await product.fetch(new Request(`http://localhost:4747/r/${link?.token}${path}`, init))).text()
  }
  const nonce = /name="nonce" value="([^"]+)"/.exec(await ask(''))?.[1] ?? ''
  laterBy(5000)
  await ask('', { nonce, score: '3' })
  const write = async (words: string) => [
    await ask('/comment', { nonce, comment: words }),
    await ask('/comment', { nonce, comment: words, switch: 'en' }),
    await ask('/questions', { nonce, asked: 'words', 'q.words': words }),
    await ask('/questions', { nonce, asked: 'words', 'q.words': words, switch: 'en' }),
    await ask('/stored', { nonce }),
    await ask('/answers'),
  ]
  const kept = async () => {
    const { rows } = await database.pool.query<{ comment: string; words: string }>(
      `select r.comment, a.words from responses r left join response_answers a using (workspace_id, response_id)
       where r.invitation_id = $1`,
      [link?.invitationId],
    )
    return rows[0]
  }
  return { write, kept }
}

test('on the pages of a personal link they change no element, and stand in the database as they were cleaned', async () => {
  const { write, kept } = await visitor()
  await write('Plain words')
  const usual = (await write('Other words')).map(skeleton)
  const pairs: [string, string | null | undefined][] = []
  for (const words of TEXTS.filter(one => cleanComment(one).text !== null)) {
    const pages = await write(words)
    // Who is told that a text was shortened sees one sentence more.
    if (!cleanComment(words).shortened) expect(pages.map(skeleton), JSON.stringify(words).slice(0, 200)).toEqual(usual)
    const row = await kept()
    pairs.push([words, row?.comment], [words, row?.words])
  }
  expect(complaints(pairs)).toEqual([])
})

test('from widgets and kiosks, as the first word and as a later one', async () => {
  const link = await openLink({ surveyId: await survey('free') })
  const asked = await openLink({ surveyId: await survey() })
  const { json } = await send(asked.key, { key: freshKey(), score: 3 })
  const visitor = product.browser()
  const pairs: [string, string | null | undefined][] = []
  // A zero byte or half a character is no JSON, and is refused.
  const texts = TEXTS.map(text => text.replaceAll(/\0|\p{Cs}/gu, '').slice(0, 20_000))
  for (const words of texts.filter(text => cleanComment(text).text)) {
    const first = await send(link.key, { key: freshKey(), comment: words })
    expect(first.status, words.slice(0, 200)).toBe(201)
    const later = await visitor.send('PATCH', `/open-links/${asked.key}/answers/${json.token}`, { comment: words })
    expect(later.status, words.slice(0, 200)).toBe(204)
    pairs.push([words, (await stored(asked.surveyId))[0]?.comment])
  }
  expect(complaints(pairs)).toEqual([])
  const first = (await stored(link.surveyId)).map(row => row.comment)
  expect(first.toSorted()).toEqual(pairs.map(([, kept]) => kept).toSorted())
})

test('written back by mail or text, as plain words and as markup', async () => {
  const tools = { ...product.tools, settings: { ...product.tools.settings, publicUrl: 'https://echolot.example' } }
  const house = { secret: tools.settings.secret, workspaceId: own.workspaceId, host: 'echolot.example', checker: null }
  const [mail, text] = [
    await askedPerson(tools, own.scope, { channel: 'email', address: 'anna@example.com' }),
    await askedPerson(tools, own.scope, { channel: 'sms', address: '+4915112345678' }),
  ]
  const now = tools.clock()
  await database.inWorkspace(own.scope, async tx => {
    for (const [i, words] of TEXTS.entries()) {
      const head = [
        'From: anna@example.com',
        `In-Reply-To: <${mail.messageId}@${house.host}>`,
        `Message-ID: <${i}@example.com>`,
        `Content-Type: text/${i % 2 ? 'html' : 'plain'}; charset=utf-8`,
        'Content-Transfer-Encoding: base64',
      ]
      const source = Buffer.from(`${head.join('\r\n')}\r\n\r\n${Buffer.from(words).toString('base64')}`)
      await takeMail(tx, await readMailReply(source, house), now)
      await takeText(tx, { kind: 'received', id: String(i), from: '+4915112345678', text: words }, tools.settings, now)
    }
  })
  const { rows } = await database.pool.query<{ words: string; channel: string }>(
    `select body as words, source as channel from touchpoints where person_id = any($1) union all
     select words, 'replies' from replies where person_id = any($1) and words is not null`,
    [[mail.personId, text.personId]],
  )
  expect(rows.flatMap(({ words }) => wrongWith(words))).toEqual([])
  for (const channel of ['reply_email', 'reply_sms', 'replies'])
    expect(rows.filter(row => row.channel === channel).length, channel).toBeGreaterThan(10)
})

import { describe, expect, test } from 'vitest'
import { freshDatabase, freshWorkspace } from '../../../test/harness/database.ts'
import { invitedPeople } from '../../../test/harness/invited-people.ts'
import { mailServer } from '../../../test/harness/mail-server.ts'
import { testTools } from '../../../test/harness/product.ts'
import { commentMail } from '../../respondent/mail/comment-mail.ts'
import { respondToken, sending } from '../messages/index.ts'
import { requestErasure } from '../people/index.ts'
import { askForComments } from './ask-for-comments.ts'
import { chooseCommentAsk } from './choose-comment-ask.ts'

const { database } = await freshDatabase()
const north = await freshWorkspace(database)
const { tools } = testTools(database)
const DAY = 86_400_000

/** Answers of four people, `days` ago: words, no words, no words and gone, set aside. */
async function answered(days: number, rule: number | null = 3) {
  const { links, surveyId } = await invitedPeople(database, north.scope, 4, { language: 'de' })
  await database.inWorkspace(north.scope, async tx => {
    await chooseCommentAsk(tx, { surveyId, days: rule })
    for (const [i, { personId, invitationId }] of links.entries()) {
      const email = `${personId}@example.com`
      await tx.updateTable('people').set({ email }).where('person_id', '=', personId).execute()
      const answer = { survey_id: surveyId, survey_version: 1, person_id: personId, invitation_id: invitationId }
      const told = {
        comment: i === 0 ? 'words' : null,
        state: i === 3 ? ('quarantined' as const) : ('confirmed' as const),
      }
      const times = { answered_at: new Date(Date.now() - days * DAY), channel: 'email', language: 'de' }
      await tx
        .insertInto('responses')
        .values({ ...answer, ...told, ...times, score: 6, source: 'link', source_key: invitationId })
        .execute()
    }
    await requestErasure(tx, { personId: links[2]?.personId ?? '', requestedBy: 'respondent' }, tools.settings.secret)
  })
  return { asked: links[1]?.personId ?? '', people: links.map(({ personId }) => personId) }
}

const asks = (people: string[]) =>
  database.readWorkspace(north.scope, r =>
    r
      .selectFrom('messages')
      .select(['person_id', 'subject', 'body', 'language', 'state', 'wave_id'])
      .where('purpose', '=', 'comment_ask')
      .where('person_id', 'in', people)
      .execute(),
  )

describe('who sent a number and wrote nothing', () => {
  test('is asked once for the reasons, in their language, when the days are over', async () => {
    const { asked, people } = await answered(4)
    await askForComments(tools)
    await askForComments(tools)
    const rows = await asks(people)
    expect(rows).toMatchObject([{ person_id: asked, language: 'de', state: 'queued', wave_id: null }])
    expect(rows[0]?.body).toContain(': 6.')
  })

  test.each([
    ['before the days are over', 2, 3],
    ['when nothing could be added any more', 13.5, 3],
    ['where the survey asks nobody', 4, null],
  ])('is left alone %s', async (_when, days, rule) => {
    const { people } = await answered(days, rule)
    await askForComments(tools)
    expect(await asks(people)).toEqual([])
  })
})

test('the mail leads to the page for the reasons, with the right to object, and loads nothing', () => {
  const mail = commentMail({
    language: 'ar',
    company: 'Nordwind',
    name: null,
    subject: 'لماذا؟',
    intro: '<b>6</b>',
    link: 'https://echolot.example/r/A/comment',
    stopLink: 'https://echolot.example/u/B',
    imprint: 'Nordwind GmbH',
  })
  expect(mail.html).toContain('dir="rtl"')
  expect(mail.html).toContain('href="https://echolot.example/r/A/comment"')
  expect(mail.html).toContain('https://echolot.example/u/B')
  expect(mail.html).toContain('&lt;b&gt;6')
  expect(mail.html).not.toMatch(/<img|<script|src=/)
})

test('the mail passes the gate once, and is held back when the words came first or nothing allows it', async () => {
  // A Tuesday at noon in Berlin.
  const noon = new Date('2026-03-03T11:00:00Z')
  const west = await freshWorkspace(database, 'West')
  const server = await mailServer()
  const settings = { ...tools.settings, smtpUrl: server.url, demo: false, publicUrl: 'https://echolot.example' }
  const at = { ...tools, settings, clock: () => noon }
  const { links, surveyId } = await invitedPeople(database, west.scope, 3)
  const emails = ['tells@example.com', 'told@example.com', 'silent@example.com']
  await database.inWorkspace(west.scope, async tx => {
    await tx.updateTable('workspaces').set({ sender_address: 'ask@west.example', imprint: 'West GmbH' }).execute()
    await chooseCommentAsk(tx, { surveyId, days: 3 })
    for (const [i, { personId, invitationId }] of links.entries()) {
      await tx
        .updateTable('people')
        .set({ email: emails[i] ?? '' })
        .where('person_id', '=', personId)
        .execute()
      const basis = i === 2 ? ('none' as const) : ('consent' as const)
      await tx.insertInto('permissions').values({ person_id: personId, channel: 'email', basis }).execute()
      const answer = { survey_id: surveyId, survey_version: 1, person_id: personId, invitation_id: invitationId }
      const when = { answered_at: new Date(noon.getTime() - 4 * DAY), channel: 'email', source: 'link' }
      await tx
        .insertInto('responses')
        .values({ ...answer, ...when, score: 6, source_key: invitationId })
        .execute()
    }
  })
  await askForComments(at)
  const told = links[1]?.invitationId ?? ''
  await database.inWorkspace(west.scope, tx =>
    tx.updateTable('responses').set({ comment: 'here' }).where('invitation_id', '=', told).execute(),
  )
  await sending(at, { sweepMs: 0 }).once()
  await server.stop()
  expect(server.accepted.map(mail => mail.to)).toEqual(['tells@example.com'])
  const link = `https://echolot.example/r/${respondToken(settings.secret, links[0]?.invitationId ?? '')}/comment`
  expect((server.accepted[0]?.raw ?? '').replaceAll(/=\r?\n/g, '')).toContain(link)
  const fates = await database.readWorkspace(west.scope, r =>
    r.selectFrom('messages').select(['address', 'state', 'reason']).orderBy('address').execute(),
  )
  expect(fates).toEqual([
    { address: 'silent@example.com', state: 'blocked', reason: 'no_basis' },
    { address: 'tells@example.com', state: 'accepted', reason: null },
    { address: 'told@example.com', state: 'blocked', reason: 'already_answered' },
  ])
})

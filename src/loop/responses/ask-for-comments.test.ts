import { describe, expect, test } from 'vitest'
import { freshDatabase, freshWorkspace } from '../../../test/harness/database.ts'
import { invitedPeople } from '../../../test/harness/invited-people.ts'
import { testTools } from '../../../test/harness/product.ts'
import { commentMail } from '../../respondent/mail/comment-mail.ts'
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

import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { standardWordings } from '../../src/loop/surveys/index.ts'
import type { Database } from '../../src/platform/database/index.ts'
import {
  type Opening,
  type Question,
  type QuestionWording,
  type Wording,
  Wordings,
} from '../../src/vocabulary/index.ts'

type Given = {
  channel: 'link' | 'kiosk' | 'widget'
  opening?: Opening
  origins?: string[]
  widget?: object
  key: string
  /** Ask everything that a survey can ask. */
  everyKind?: boolean | undefined
  /** Where thanks lead on. */
  nextStep?: Wording['nextStep'] | undefined
}

/** An open link of a survey of its own, as the team would have made it. */
export async function madeLink(database: Database, workspaceId: string, given: Given): Promise<string> {
  const { channel, opening = 'nps', origins = [], widget = {}, key, everyKind } = given
  return database.inWorkspace({ workspaceId }, async tx => {
    const { survey_id } = await tx
      .insertInto('surveys')
      .values({ name: 'Visit', opening })
      .returning('survey_id')
      .executeTakeFirstOrThrow()
    const standard = withSteps(standardWordings('Nordwind', 'en', { opening }), given.nextStep ?? {})
    const wording = JSON.stringify(everyKind ? withEveryKind(standard) : standard)
    await tx.insertInto('survey_versions').values({ survey_id, version: 1, wording }).execute()
    await tx
      .insertInto('open_links')
      .values({ survey_id, key, name: 'Journey', channel, origins, widget: JSON.stringify(widget) })
      .execute()
    return survey_id
  })
}

const withSteps = (wordings: Wordings, nextStep: Wording['nextStep']): Wordings => ({
  ...wordings,
  texts: Object.fromEntries(Object.entries(wordings.texts).map(([language, one]) => [language, { ...one, nextStep }])),
})

const question = (questionId: string, more: Partial<Question>): Question => ({
  ...{ questionId, kind: 'free', required: false, options: [], several: false, when: [], ...more },
})
const after = (questionId: string, ratings: number[], options: string[] = []) => [{ questionId, ratings, options }]

/** All seven kinds of questions, two of them asked after certain answers only. */
const QUESTIONS: Question[] = [
  question('reason', { kind: 'choice', options: ['price', 'service'], when: after('opening', [0, 1, 2, 3, 4, 5, 6]) }),
  question('advice', { kind: 'csat', when: after('reason', [], ['service']) }),
  question('effort', { kind: 'ces' }),
  question('again', { kind: 'nps' }),
  question('shop', { kind: 'stars', required: true }),
  question('clean', { kind: 'five_point' }),
  question('liked', { kind: 'choice', options: ['range', 'place', 'people'], several: true }),
  question('idea', { required: true }),
]
const ENGLISH = { low: 'Very poor', high: 'Very good', price: 'The price', service: 'The service', range: 'The range' }
const GERMAN = {
  low: 'Sehr schlecht',
  high: 'Sehr gut',
  price: 'Der Preis',
  service: 'Die Beratung',
  range: 'Die Auswahl',
}
const OPTIONS = { place: 'Elbe', people: 'Aino & Co.' }
const TEXTS: Record<string, [string, string]> = {
  reason: ['What was it about?', 'Worum ging es?'],
  advice: ['How good was the advice?', 'Wie gut war die Beratung?'],
  effort: ['How easy was it?', 'Wie leicht war es?'],
  again: ['How likely are you to come again?', 'Wie wahrscheinlich kommen Sie wieder?'],
  shop: ['How do you like the shop?', 'Wie gefällt Ihnen der Laden?'],
  clean: ['How clean was it?', 'Wie sauber war es?'],
  liked: ['What did you like?', 'Was hat Ihnen gefallen?'],
  idea: ['What should we try next?', 'Was sollen wir als Nächstes versuchen?'],
}

function withEveryKind(wordings: Wordings): Wordings {
  const words = ({ low, high, ...options }: typeof ENGLISH, at: 0 | 1): Record<string, QuestionWording> =>
    Object.fromEntries(
      QUESTIONS.map(({ questionId, options: names }) => {
        const all: Record<string, string> = { ...options, ...OPTIONS }
        const own = Object.fromEntries(names.map(name => [name, all[name] ?? name]))
        return [questionId, { text: TEXTS[questionId]?.[at] ?? '', lowEnd: low, highEnd: high, options: own }]
      }),
    )
  const { en, de } = wordings.texts
  const texts = {
    ...(en && { en: { ...en, followUpByScore: { 4: 'Why a four?' }, questions: words(ENGLISH, 0) } }),
    ...(de && { de: { ...de, questions: words(GERMAN, 1) } }),
  }
  return Wordings.parse({ ...wordings, questions: QUESTIONS, texts })
}

/** What the questions after the first got, by their names. */
export const furtherOf = async (database: Database, workspaceId: string, surveyId: string) => {
  const rows = await database.readWorkspace({ workspaceId }, reader =>
    reader
      .selectFrom('response_answers as a')
      .innerJoin('responses as r', 'r.response_id', 'a.response_id')
      .select(['a.question_id', 'a.rating', 'a.choices', 'a.words'])
      .where('r.survey_id', '=', surveyId)
      .execute(),
  )
  return Object.fromEntries(rows.map(row => [row.question_id, row.rating ?? row.choices ?? row.words]))
}

/** The answers of a survey, the earliest first. */
export const answersOf = (database: Database, workspaceId: string, surveyId: string) =>
  database.readWorkspace({ workspaceId }, reader =>
    reader
      .selectFrom('responses')
      .select(['score', 'rating', 'comment', 'reason', 'language', 'state', 'channel', 'answered_at', 'survey_version'])
      .where('survey_id', '=', surveyId)
      .orderBy('answered_at')
      .execute(),
  )

/** How often the links of a survey were opened. */
export const openedOf = async (database: Database, workspaceId: string, surveyId: string): Promise<number> => {
  const rows = await database.readWorkspace({ workspaceId }, reader =>
    reader
      .selectFrom('open_link_days as d')
      .innerJoin('open_links as l', 'l.open_link_id', 'd.open_link_id')
      .select('d.opened')
      .where('l.survey_id', '=', surveyId)
      .execute(),
  )
  return rows.reduce((sum, { opened }) => sum + opened, 0)
}

/** A site of somebody else, on an origin of its own, with a policy as strict as there are. */
export async function strangeSite(
  body: string,
  policy = '',
): Promise<{ origin: string; server: Server; show: (html: string) => void }> {
  let html = body
  const server = createServer((_request, reply) => {
    reply.setHeader('content-type', 'text/html; charset=utf-8')
    if (policy) reply.setHeader('content-security-policy', policy)
    reply.end(html)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    server,
    show: next => {
      html = next
    },
  }
}

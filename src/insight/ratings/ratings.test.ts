import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { freshDatabase, freshWorkspace } from '../../../test/harness/database.ts'
import { defineAttribute } from '../../loop/attributes/define-attribute.ts'
import { standardWordings } from '../../loop/surveys/index.ts'
import {
  AttributeInput,
  PulseQuery,
  QuestionFigures,
  QuestionFiguresQuery,
  Ratings,
  RatingsQuery,
} from '../../vocabulary/index.ts'
import { readPulse } from '../pulse/read-pulse.ts'
import { readQuestionFigures, readRatings } from './index.ts'

const NOW = new Date('2026-11-21T10:00:00Z')
const { database } = await freshDatabase()
let scope: { workspaceId: string; actor: string }

beforeEach(async () => {
  scope = (await freshWorkspace(database)).scope
})

const asked = (opening: 'csat' | 'ces' | 'free') =>
  database.inWorkspace(scope, async tx => {
    const { survey_id } = await tx
      .insertInto('surveys')
      .values({ name: opening, opening })
      .returning('survey_id')
      .executeTakeFirstOrThrow()
    const standard = standardWordings('Nordwind', 'en', { opening })
    const questions = [
      { questionId: 'better', kind: 'choice', options: ['price', 'speed'], several: true },
      { questionId: 'stars', kind: 'stars' },
      { questionId: 'why', kind: 'free' },
    ]
    const words = {
      better: { text: 'What should be better?', options: { price: 'Price', speed: 'Speed' } },
      stars: { text: 'How many stars?' },
      why: { text: 'Why?' },
    }
    const wording = { ...standard, questions, texts: { en: { ...standard.texts.en, questions: words } } }
    await tx
      .insertInto('survey_versions')
      .values({ survey_id, version: 1, wording: JSON.stringify(wording) })
      .execute()
    return survey_id
  })

const rated = (
  survey: string,
  opening: string,
  ratings: (number | null)[],
  { at = '2026-11-10', plan = 'pro', comment = '', ...more }: { [name: string]: string } = {},
) =>
  database.inWorkspace(scope, async tx => {
    for (const rating of ratings)
      await sql`insert into responses (survey_id, channel, opening, score, rating, comment, attributes, source, source_key, answered_at)
        values (${survey}, 'link', ${opening}, null, ${rating}, ${comment || null}, ${JSON.stringify({ plan, ...more })}::jsonb, 'import', gen_random_uuid(), ${at}::timestamptz)`.execute(
        tx,
      )
  })

const ratings = (query: Record<string, unknown>) =>
  database.readWorkspace(scope, async reader =>
    Ratings.parse(await readRatings(reader, RatingsQuery.parse(query), NOW)),
  )

test('a CSAT survey shows the share of 4 and 5 with its interval, its distribution, its trend and who differs', async () => {
  const survey = await asked('csat')
  await rated(survey, 'csat', [5, 5, 4, 4, 4, 3, 3, 2, 1, 1, 5, 4])
  await rated(survey, 'csat', [1, 2, 1], { plan: 'free' })
  await rated(survey, 'csat', [1, 1, 1, 2, 2, 3, 1, 1, 1, 1], { at: '2026-08-01' })
  const found = await ratings({ survey })
  expect(found.now).toMatchObject({
    n: 15,
    counts: [4, 2, 2, 4, 3],
    good: { count: 7, n: 15, method: 'wilson' },
    goodFrom: 4,
  })
  expect(found.now?.good.lower).toBeCloseTo(0.248, 3)
  expect(found.change).toMatchObject({ method: 'newcombe', verdict: 'real' })
  expect(found.trend.periods.filter(({ n }) => n > 0)).toHaveLength(2)
  expect(found.segments).toEqual([
    { attribute: 'plan', value: 'free', good: null, mean: null },
    { attribute: 'plan', value: 'pro', good: null, mean: null },
  ])
})

test('another scale never enters the NPS, nor another survey', async () => {
  const csat = await asked('csat')
  await rated(csat, 'csat', [5, 5, 5])
  await rated(await asked('ces'), 'ces', [7, 1])
  const pulse = await database.readWorkspace(scope, reader => readPulse(reader, PulseQuery.parse({}), NOW, 'en'))
  expect(pulse.now).toBeNull()
  expect((await ratings({ survey: csat })).now?.n).toBe(3)
})

test('free words are counted and shown, without a figure', async () => {
  const survey = await asked('free')
  await rated(survey, 'free', [null, null], { comment: 'More colours, please.' })
  expect(await ratings({ survey })).toMatchObject({
    n: 2,
    now: null,
    commentCount: 2,
    comments: [{ comment: 'More colours, please.' }, {}],
  })
})

test('a further question has a card of its own: stars, options with intervals, words', async () => {
  const survey = await asked('csat')
  await rated(survey, 'csat', [5, 4, 3, 2])
  await database.inWorkspace(scope, tx =>
    sql`insert into response_answers (response_id, question_id, rating, choices, words)
      select response_id, q.id, case q.id when 'stars' then rating end,
        case when q.id = 'better' then case when rating > 3 then array['price', 'speed'] else array['price'] end end,
        case when q.id = 'why' and rating = 2 then 'Too slow' end
      from responses, (values ('stars'), ('better'), ('why')) q(id)`.execute(tx),
  )
  const { questions } = await database.readWorkspace(scope, async reader =>
    QuestionFigures.parse(
      await readQuestionFigures(reader, QuestionFiguresQuery.parse({ survey, language: 'en' }), NOW),
    ),
  )
  expect(questions).toMatchObject([
    {
      text: 'What should be better?',
      n: 4,
      options: [{ label: 'Price', share: { count: 4, n: 4 } }, { share: { count: 2, n: 4, share: 0.5 } }],
    },
    { n: 4, rating: { counts: [0, 1, 1, 1, 1], good: { count: 2 } } },
    { n: 1, words: [{ text: 'Too slow' }] },
  ])
})

test('a region with too few ratings takes a neighbour of its own country with it, because the sum of the country is known', async () => {
  const survey = await asked('csat')
  await database.inWorkspace(scope, tx =>
    defineAttribute(tx, AttributeInput.parse({ name: 'region', type: 'text', parent: 'country' })),
  )
  const lived = (count: number, country: string, region: string) =>
    rated(survey, 'csat', Array<number>(count).fill(4), { country, region })
  await lived(11, 'DE', 'Bavaria')
  await lived(20, 'DE', 'Limburg')
  await lived(15, 'NL', 'Limburg')
  await lived(4, 'NL', 'Zeeland')
  const regions = (await ratings({ survey })).segments.filter(({ attribute }) => attribute === 'region')
  expect(regions.map(({ value, good }) => [value, good?.n ?? 'few'])).toEqual([
    ['DE › Bavaria', 11],
    ['DE › Limburg', 20],
    ['NL › Limburg', 'few'],
    ['NL › Zeeland', 'few'],
  ])
})

test('a change against nine ratings is shown with its interval and not judged', async () => {
  const survey = await asked('csat')
  await rated(survey, 'csat', Array<number>(30).fill(5))
  await rated(survey, 'csat', Array<number>(9).fill(1), { at: '2026-08-01' })
  expect((await ratings({ survey })).change).toMatchObject({ difference: 1, verdict: 'unknown' })
})

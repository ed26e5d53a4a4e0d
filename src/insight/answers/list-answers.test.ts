import { beforeEach, expect, test } from 'vitest'
import { storeAnswers, type Told } from '../../../test/harness/answers.ts'
import { freshDatabase, freshWorkspace } from '../../../test/harness/database.ts'
import { createSurvey } from '../../loop/surveys/index.ts'
import { listAnswers } from './list-answers.ts'

const { database } = await freshDatabase()
let scope: { workspaceId: string; actor: string }

beforeEach(async () => {
  scope = (await freshWorkspace(database)).scope
})

const told = (answers: Told[]) =>
  database.inWorkspace(scope, async tx => {
    const { surveyId } = await createSurvey(tx, { name: 'Customer survey' })
    await storeAnswers(tx, surveyId, answers)
  })
const list = (query: object) =>
  database.readWorkspace(scope, reader =>
    listAnswers(reader, { segment: [], score: [], state: 'confirmed', limit: 3, ...query }),
  )

test('answers are listed newest first, page by page, by score and words', async () => {
  await told(
    Array.from({ length: 7 }, (_, at) => ({
      score: at,
      at: `2026-11-0${at + 1}T09:00:00Z`,
      comment: at % 2 ? `slow support ${at}` : undefined,
    })),
  )
  const first = await list({})
  expect(first.items.map(item => item.score)).toEqual([6, 5, 4])
  expect((await list({ cursor: first.next ?? undefined })).items.map(item => item.score)).toEqual([3, 2, 1])
  expect((await list({ search: 'SLOW', score: [1, 3] })).items.map(item => item.score)).toEqual([3, 1])
})

test('answers of one moment, or of less than a millisecond, are each on exactly one page', async () => {
  const moments = ['123001', '123001', '123001', '123400', '123999', '123999', '124000']
  await told(moments.map((fraction, score) => ({ score, at: `2026-11-05T09:00:00.${fraction}Z` })))
  const seen: (number | null)[] = []
  let cursor: string | undefined
  do {
    const page = await list({ limit: 2, cursor })
    seen.push(...page.items.map(item => item.score))
    cursor = page.next ?? undefined
  } while (cursor)
  expect(seen.sort()).toEqual([0, 1, 2, 3, 4, 5, 6])
})

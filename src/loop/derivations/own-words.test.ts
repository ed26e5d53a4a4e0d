import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { companyWithRules } from '../../../test/harness/company-with-rules.ts'
import { freshDatabase } from '../../../test/harness/database.ts'
import type { Tools } from '../../platform/tools.ts'
import { NewAnswer, type QuestionAnswer, Wordings } from '../../vocabulary/index.ts'
import { readImport } from '../imports/read-imports.ts'
import { receiveFile } from '../imports/receive-file.ts'
import { runImport } from '../imports/run-import.ts'
import { startRun } from '../imports/start-run.ts'
import { uploadPath } from '../imports/uploads.ts'
import { erasePerson } from '../people/erase-person.ts'
import { readPerson } from '../people/read-person.ts'
import { changePerson, savePerson } from '../people/save-person.ts'
import { enterAnswer } from '../responses/enter-answer.ts'
import { saveFurther } from '../responses/save-further.ts'
import { createSurvey, standardWordings } from '../surveys/index.ts'
import { tryRule } from './try-rule.ts'

const secret = 'a secret that is long enough for a test'
const { database } = await freshDatabase()
const dataFolder = await mkdtemp(join(tmpdir(), 'echolot-derivations-'))
const tools = { database, settings: { dataFolder, secret }, log: console, clock: () => new Date() } as unknown as Tools

const QUESTIONS = [
  { questionId: 'values', kind: 'choice', options: ['nature', 'price', 'status'] },
  { questionId: 'interests', kind: 'choice', several: true, options: ['garden', 'kitchen'] },
  { questionId: 'ease', kind: 'ces' },
]
const WORDS = {
  values: { text: 'What matters most?', options: { nature: 'Nature', price: 'A good price', status: 'To stand out' } },
  interests: { text: 'What do you like?', options: { garden: 'The garden', kitchen: 'The kitchen' } },
  ease: { text: 'How easy was it?' },
}

/** A company whose attribute "values" is what people answer to a question, and one who answers. */
async function company() {
  const company = await companyWithRules(database)
  const { scope, accountId, person, settle } = company
  const { texts, ...standard } = standardWordings('{{company}}', 'en')
  const wording = Wordings.parse({
    ...standard,
    questions: QUESTIONS,
    texts: { en: { ...texts.en, questions: WORDS } },
  })
  const { surveyId } = await database.inWorkspace(scope, tx => createSurvey(tx, { name: 'Lifestyle', wording }))
  const anna = await person('anna', { values: 'price' })
  const answers = async (answer: object) => {
    const given = NewAnswer.parse({ surveyId, personId: anna, score: 9, ...answer })
    const { responseId } = await database.inWorkspace(scope, tx => enterAnswer(tx, given))
    await settle()
    return responseId
  }
  const changes = async (responseId: string, more: QuestionAnswer) => {
    await database.inWorkspace(scope, tx => saveFurther(tx, { responseId, answers: [more] }))
    await settle()
  }
  const values = async () => (await company.attributes(anna)).values
  const snapshots = async () => {
    const rows = await database.readWorkspace(scope, reader =>
      reader.selectFrom('responses').select('attributes').orderBy('answered_at').execute(),
    )
    return rows.map(row => row.attributes.values)
  }
  const imports = async (csv: string, dryRun = false) => {
    const caller = { ...scope, accountId, role: 'owner' as const, language: 'en' as const }
    const file = { fileName: 'people.csv', kind: 'people' as const, dryRun: false, options: {}, start: false }
    const bytes = async function* () {
      yield Buffer.from(csv)
    }
    const { importId } = await receiveFile(tools, caller, bytes(), file)
    await database.inWorkspace(scope, tx => startRun(tx, importId, { dryRun }))
    await runImport({ database, scope, importId, path: uploadPath(tools.settings, importId), secret })
    await settle()
    return (await database.readWorkspace(scope, reader => readImport(reader, importId))).valuesKept
  }
  const read = () => database.readWorkspace(scope, reader => readPerson(reader, anna, secret))
  const bind = () => company.rule('values', { from: 'answer', surveyId, questionId: 'values' })
  return { ...company, surveyId, anna, answers, changes, values, snapshots, imports, read, bind }
}

const said = (...choices: string[]) => ({ answers: [{ questionId: 'values', choices }] })

describe('an attribute that comes from an answer', () => {
  test('is what the person said last, with where it came from, in the answer too', async () => {
    const { bind, answers, values, snapshots, read } = await company()
    await bind()
    await answers({ ...said('nature'), answeredAt: '2026-01-05T10:00:00Z' })
    await answers({ ...said('status') })
    await answers({ ...said('price'), answeredAt: '2026-01-04T10:00:00Z' })
    expect([await values(), await snapshots()]).toEqual(['status', ['price', 'nature', 'status']])
    const { origins } = await read()
    expect(origins.values).toMatchObject({ source: 'answer', surveyName: 'Lifestyle' })
    expect(Date.parse(origins.values?.at ?? '')).toBeGreaterThan(Date.now() - 60_000)
  })

  test('follows a change, and what was given before comes back when the answer is taken back', async () => {
    const { bind, answers, changes, values, snapshots, read } = await company()
    await bind()
    const responseId = await answers(said('nature'))
    await changes(responseId, { questionId: 'values', choices: ['status'] })
    expect([await values(), await snapshots()]).toEqual(['status', ['status']])
    await changes(responseId, { questionId: 'values' })
    expect([await values(), await snapshots(), (await read()).origins]).toEqual(['price', ['price'], {}])
  })

  test('comes from answers that were there before the rule', async () => {
    const { bind, answers, values, snapshots, settle } = await company()
    await answers(said('nature'))
    await bind()
    await settle()
    expect([await values(), await snapshots()]).toEqual(['nature', ['nature']])
  })

  test('stands against imports and other systems, whose value waits beneath; a member may correct it', async () => {
    const { bind, answers, changes, values, imports, scope, anna, read, settle } = await company()
    await bind()
    const responseId = await answers(said('nature'))
    const file = 'E-Mail;values;plan\nanna@example.com;status;pro\nben@example.com;price;pro\n'
    expect([await imports(file, true), await imports(file)]).toEqual([1, 1])
    const given = { email: 'anna@example.com', attributes: { values: 'status', plan: 'basic' } }
    const { kept } = await database.inWorkspace(scope, tx => savePerson(tx, given))
    expect([await values(), kept, (await read()).attributes.plan]).toEqual(['nature', ['values'], 'basic'])
    await changes(responseId, { questionId: 'values' })
    expect(await values()).toBe('status')
    await changes(responseId, { questionId: 'values', choices: ['nature'] })
    await database.inWorkspace(scope, tx => changePerson(tx, anna, { attributes: { values: 'price' } }))
    await bind()
    await settle()
    expect([await values(), (await read()).origins.values?.source]).toEqual(['price', 'member'])
    await answers(said('status'))
    expect([await values(), (await read()).origins.values?.source]).toEqual(['status', 'answer'])
  })

  test('stands in no answer of a day before the person said it', async () => {
    const { bind, answers, snapshots } = await company()
    await bind()
    await answers(said('nature'))
    await answers({ answeredAt: '2026-01-05T10:00:00Z' })
    expect(await snapshots()).toEqual([undefined, 'nature'])
  })

  test('comes from no anonymous survey, no unknown question and none with several choices', async () => {
    const { rule, scope, surveyId } = await company()
    const secretly = await database.inWorkspace(scope, tx => createSurvey(tx, { name: 'Secret', anonymous: true }))
    const from = (surveyId: string, questionId: string) => rule('said', { from: 'answer', surveyId, questionId })
    await expect(from(secretly.surveyId, 'opening')).rejects.toThrow('attribute_from_anonymous')
    await expect(from(surveyId, 'income')).rejects.toThrow('body_invalid')
    await expect(from(surveyId, 'interests')).rejects.toThrow('body_invalid')
    await expect(from(crypto.randomUUID(), 'opening')).rejects.toThrow('body_invalid')
  })

  test('takes ratings as numbers, also of the first question', async () => {
    const { rule, surveyId, answers, attributes, anna, settle } = await company()
    await rule('ease', { from: 'answer', surveyId, questionId: 'ease' })
    await rule('last_score', { from: 'answer', surveyId, questionId: 'opening' })
    await answers({ score: 4, answers: [{ questionId: 'ease', rating: 6 }] })
    await settle()
    expect(await attributes(anna)).toEqual({ values: 'price', ease: 6, last_score: 4 })
  })

  test('says before the rule is made what it would take, of the last answer alone', async () => {
    const { answers, scope, surveyId, values } = await company()
    await answers({ ...said('nature'), answeredAt: '2026-01-05T10:00:00Z' })
    await answers(said('status'))
    const rule = { from: 'answer' as const, surveyId, questionId: 'values' }
    const trial = await database.readWorkspace(scope, reader => tryRule(reader, rule))
    expect(trial).toEqual({ people: 1, found: 1, values: [{ value: 'status', people: 1 }] })
    expect(await values()).toBe('price')
  })

  test('goes with the person', async () => {
    const { bind, answers, scope, anna } = await company()
    await bind()
    await answers(said('nature'))
    await database.inWorkspace(scope, tx => erasePerson(tx, { personId: anna, answers: 'numbers' }, secret))
    const left = await database.readWorkspace(scope, async reader => [
      await reader.selectFrom('attribute_origins').selectAll().execute(),
      await reader.selectFrom('responses').select('attributes').execute(),
    ])
    expect(left).toEqual([[], [{ attributes: {} }]])
  })
})

test('a computed attribute is no column of an import of people, and imported history counts', async () => {
  const { rule, imports, scope } = await company()
  await rule('orders', { from: 'history', kind: 'order', measure: 'count' })
  await expect(imports('E-Mail;orders\nanna@example.com;7\n')).rejects.toThrow('attribute_computed')
  await imports('E-Mail;plan\ncleo@example.com;pro\n')
  const rows = await database.readWorkspace(scope, reader =>
    reader.selectFrom('people').select(['email', 'attributes']).orderBy('email').execute(),
  )
  expect(rows.map(row => row.attributes)).toEqual([
    { values: 'price', orders: 0 },
    { plan: 'pro', orders: 0 },
  ])
})

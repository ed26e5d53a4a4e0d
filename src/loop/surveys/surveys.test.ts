import { describe, expect, test } from 'vitest'
import { freshDatabase, freshWorkspace } from '../../../test/harness/database.ts'
import { OPENINGS, Question, type Wording, Wordings } from '../../vocabulary/index.ts'
import { changeSurvey } from './change-survey.ts'
import { drawPreview } from './draw-preview.ts'
import { createSurvey, listSurveys, publishWording, readSurvey, standardWordings } from './index.ts'
import { listVersions } from './list-versions.ts'
import { openPreview, PreviewRequest, previewSurvey } from './preview-survey.ts'

const { database } = await freshDatabase()
const { scope } = await freshWorkspace(database)
const settings = { secret: 'a secret of at least thirty-two bytes', publicUrl: 'https://ask.example' } as never

describe('surveys', () => {
  test('a new survey asks the standard question completely in three languages', async () => {
    const survey = await database.inWorkspace(scope, tx => createSurvey(tx, { name: 'Relationship' }))
    expect(survey).toMatchObject({ version: 1, languages: ['en', 'de', 'fi'] })
    expect(Wordings.parse(survey.wording)).toEqual(survey.wording)
    expect(survey.wording.texts.de?.question).toContain('Nordwind Software')
    expect(JSON.stringify(standardWordings('X', 'de'))).not.toContain('surveys.standard')
  })

  test('a change of wording makes a version, the same wording again makes none', async () => {
    const before = await database.inWorkspace(scope, tx => createSurvey(tx, { name: 'Pulse' }))
    const english = { ...before.wording.texts.en, question: 'Would you recommend us?' } as never
    const wording = { ...before.wording, texts: { ...before.wording.texts, en: english } }
    const after = await database.inWorkspace(scope, tx => publishWording(tx, before.surveyId, wording))
    expect(after.version).toBe(2)
    const again = await database.inWorkspace(scope, tx => publishWording(tx, before.surveyId, after.wording))
    expect(again.version).toBe(2)
    const first = await database.readWorkspace(scope, reader => readSurvey(reader, before.surveyId, 1))
    expect(first.wording).toEqual(before.wording)
  })

  test('each version says what it changed, and a draft of an older version is refused', async () => {
    const { surveyId, wording } = await database.inWorkspace(scope, tx => createSurvey(tx, { name: 'History' }))
    const { fi: _fi, ...rest } = wording.texts
    const why = Question.parse({ questionId: 'why', kind: 'free' })
    const words = { why: { text: 'Why?', lowEnd: '', highEnd: '', options: {} } }
    const texts = {
      en: { ...rest.en, question: 'How likely?', questions: words },
      de: { ...rest.de, questions: words },
    }
    const change = { ...wording, questions: [why], texts: texts as typeof rest }
    const publish = (basedOn: number) =>
      database.inWorkspace(scope, tx => publishWording(tx, surveyId, change, { basedOn }))
    await publish(1)
    await expect(publish(1)).rejects.toThrow('survey_changed_meanwhile')
    const { items } = await database.readWorkspace(scope, reader => listVersions(reader, surveyId))
    expect(items.map(item => [item.version, item.changes.length > 0])).toEqual([
      [2, true],
      [1, false],
    ])
    const changes = items[0]?.changes ?? []
    expect(changes.find(one => one.path === 'texts.en.question')).toMatchObject({
      language: 'en',
      before: wording.texts.en?.question,
      after: 'How likely?',
    })
    expect(changes.find(one => one.path === 'texts.fi')).toMatchObject({ before: 'fi', after: null })
    expect(changes.find(one => one.path === 'questions.why')?.before).toBeNull()
  })

  test('two people who change a wording at the same moment both get their version', async () => {
    const { surveyId, wording } = await database.inWorkspace(scope, tx => createSurvey(tx, { name: 'Race' }))
    const change = (question: string) => ({
      ...wording,
      texts: { en: { ...wording.texts.en, question } as never },
      language: 'en' as const,
    })
    const versions = await Promise.all(
      ['A?', 'B?', 'C?'].map(q => database.inWorkspace(scope, tx => publishWording(tx, surveyId, change(q)))),
    )
    expect(new Set(versions.map(v => v.version)).size).toBeGreaterThan(1)
    const last = await database.readWorkspace(scope, reader => readSurvey(reader, surveyId))
    expect(last.version).toBe(4)
  })

  test('an archived survey keeps its wording and cannot be changed', async () => {
    const { surveyId, wording } = await database.inWorkspace(scope, tx => createSurvey(tx, { name: 'Old' }))
    await database.inWorkspace(scope, tx => changeSurvey(tx, surveyId, { archived: true }))
    const other = { ...wording, language: 'fi' as const }
    await expect(database.inWorkspace(scope, tx => publishWording(tx, surveyId, other))).rejects.toThrow(
      'survey_archived',
    )
    const { items } = await database.readWorkspace(scope, reader => listSurveys(reader, { limit: 50 }))
    expect(items.find(s => s.surveyId === surveyId)?.archivedAt).not.toBeNull()
  })

  test('the list goes on where the page before ended, also among surveys of the same moment', async () => {
    const other = (await freshWorkspace(database)).scope
    const made = await database.inWorkspace(other, async tx => {
      const surveys = [await createSurvey(tx, { name: 'A' }), await createSurvey(tx, { name: 'B' })]
      return surveys.map(survey => survey.surveyId)
    })
    const page = (cursor?: string) => database.readWorkspace(other, reader => listSurveys(reader, { limit: 1, cursor }))
    const first = await page()
    const second = await page(first.next ?? undefined)
    expect(new Set([...first.items, ...second.items].map(survey => survey.surveyId))).toEqual(new Set(made))
    expect(second.next).toBeNull()
  })

  describe.each(OPENINGS)('a preview of a survey that opens with %s', opening => {
    const now = new Date('2026-03-02T10:00:00Z')
    const tools = { settings, clock: () => now }
    const questions = [Question.parse({ questionId: 'why', kind: 'choice', options: ['a', 'b'] })]
    const words = { why: { text: 'Was zuerst?', lowEnd: '', highEnd: '', options: { a: 'Eins', b: 'Zwei' } } }

    test('shows mails, pages and widget of a wording that is not saved, for an hour', async () => {
      const wording = { ...standardWordings('Nordwind', 'de', { opening }).texts.de, questions: words } as Wording
      const shows = ['mail', 'reminder', 'opening', 'follow_up', 'questions', 'thanks', 'widget'] as const
      const value = opening === 'free' ? null : 5
      const request = { language: 'de' as const, opening, wording, questions, value, shows: [...shows] }
      const { items } = await database.readWorkspace(scope, reader => previewSurvey(reader, request, tools))
      expect(items.map(item => item.show)).toEqual([...shows])
      for (const { address, show } of items) {
        const token = address?.slice('/preview/'.length) ?? ''
        const opened = openPreview(token, tools)
        const page = opened ? drawPreview(opened, settings).html : ''
        expect(page, show).toContain('<html lang="de"')
        expect(page, show).not.toContain('<script>')
        expect(page.includes('Was zuerst?'), show).toBe(show === 'questions')
        expect(openPreview(token, { settings, clock: () => new Date(now.getTime() + 3_700_000) })).toBeNull()
        expect(openPreview(`${token}x`, tools)).toBeNull()
      }
    })
  })

  test('a preview of the text message has links as long as the real ones', async () => {
    const wording = { ...standardWordings('Nordwind', 'de').texts.de, smsText: 'Hallo {{first_name}}:' } as Wording
    const request = PreviewRequest.parse({ language: 'de', wording, shows: ['sms'] })
    const tools = { settings, clock: () => new Date() }
    const { items } = await database.readWorkspace(scope, reader => previewSurvey(reader, request, tools))
    expect(items[0]).toMatchObject({ address: null, subject: null })
    expect(items[0]?.text).toMatch(/^Hallo \p{L}+: https:\/\/ask\.example\/r\/[\w-]{20,}\n/u)
  })
})

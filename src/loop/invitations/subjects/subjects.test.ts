import { describe, expect, test } from 'vitest'
import { freshDatabase, freshWorkspace } from '../../../../test/harness/database.ts'
import { NOON, toolsFor } from '../../messages/sending.fixture.ts'
import { recordBasis, savePerson } from '../../people/index.ts'
import { createSurvey } from '../../surveys/index.ts'
import { approveWave, createWave, planWave, readWave } from '../index.ts'
import { remind } from '../reminders/remind.ts'
import { armOf, compareArms } from './compare-arms.ts'
import { readSubjectResult } from './read-subject-result.ts'
import { sendRest } from './send-rest.ts'

const { database } = await freshDatabase()
const DAY_MS = 86_400_000
const evidence = { basis: 'consent' as const, text: 'yes', givenAt: '2026-01-01', source: 'form' }
const all = { kind: 'all' as const }
const inDays = (days: number) => new Date(NOON.getTime() + days * DAY_MS)

async function round(people: number, options: object) {
  const { scope, accountId } = await freshWorkspace(database)
  const waveId = await database.inWorkspace(scope, async tx => {
    await tx.updateTable('workspaces').set({ sender_address: 'ask@n.example', imprint: 'Nordwind' }).execute()
    for (let i = 0; i < people; i++) await savePerson(tx, { email: `a${i}@example.com`, language: 'en' })
    await recordBasis(tx, { channel: 'email', audience: all, evidence }, null)
    const { surveyId } = await createSurvey(tx, { name: 'Relationship' })
    const { waveId } = await createWave(tx, { surveyId, name: 'Test', audience: all, ...options })
    await approveWave(tx, waveId, { accountId, actor: scope.actor }, toolsFor(database, null))
    await planWave(tx, waveId, toolsFor(database, null))
    return waveId
  })
  /** Every waiting mail is taken; those of an arm answer in this share. */
  const leave = (answering: number[], at = NOON) =>
    database.inWorkspace(scope, async tx => {
      await tx
        .updateTable('messages')
        .set({ state: 'accepted', accepted_at: at, gated_at: at })
        .where('state', '=', 'queued')
        .execute()
      const rows = await tx.selectFrom('invitations').selectAll().execute()
      const seen = new Map<number, number>()
      for (const row of rows) {
        const place = seen.get(row.arm ?? -1) ?? 0
        seen.set(row.arm ?? -1, place + 1)
        if (row.arm === null || place >= (answering[row.arm] ?? 0)) continue
        const answer = {
          survey_id: row.survey_id,
          wave_id: waveId,
          person_id: row.person_id,
          invitation_id: row.invitation_id,
        }
        await tx
          .insertInto('responses')
          .values({ ...answer, channel: 'email', score: 9, source: 'link', source_key: row.invitation_id })
          .execute()
      }
    })
  const result = (at: Date) => database.readWorkspace(scope, reader => readSubjectResult(reader, waveId, at))
  return { scope, waveId, leave, result }
}

const subjects = { arms: [{ en: 'One question' }, { en: 'How are we doing?' }], percent: 50, settleDays: 3 }

describe('two subject lines', () => {
  test('are handed out by chance in equal parts to the share of the test', async () => {
    const { scope, waveId } = await round(40, { subjects })
    const rows = await database.readWorkspace(scope, reader =>
      reader
        .selectFrom('messages as m')
        .innerJoin('invitations as i', 'i.invitation_id', 'm.invitation_id')
        .select(['m.subject', 'i.arm'])
        .execute(),
    )
    expect(rows).toHaveLength(20)
    expect(rows.filter(row => row.arm === 0 && row.subject === 'One question')).toHaveLength(10)
    expect(rows.filter(row => row.arm === 1 && row.subject === 'How are we doing?')).toHaveLength(10)
    const wave = await database.readWorkspace(scope, reader => readWave(reader, waveId))
    expect(wave.leftOut).toEqual({ after_test: 20 })
  })

  test('give no verdict before their day, and then the rest gets the better one if the difference is real', async () => {
    const { scope, waveId, leave, result } = await round(80, { subjects })
    expect(await result(NOON)).toMatchObject({ state: 'not_sent', verdict: null })
    await leave([16, 2])
    expect(await result(inDays(2))).toMatchObject({ state: 'too_early', verdict: null, best: null })
    const tooEarly = toolsFor(database, null, () => inDays(2))
    await expect(database.inWorkspace(scope, tx => sendRest(tx, waveId, tooEarly))).rejects.toThrow(
      'subject_test_running',
    )
    const read = await result(inDays(4))
    expect(read).toMatchObject({ state: 'read', verdict: 'real', best: 0, waiting: 40 })
    expect(read.arms.map(arm => [arm.sent, arm.answered])).toEqual([
      [20, 16],
      [20, 2],
    ])
    const later = toolsFor(database, null, () => inDays(4))
    await database.inWorkspace(scope, tx => sendRest(tx, waveId, later))
    await database.inWorkspace(scope, tx => planWave(tx, waveId, later))
    const messages = await database.readWorkspace(scope, reader =>
      reader.selectFrom('messages').select('subject').where('state', '=', 'queued').execute(),
    )
    expect(messages.map(message => message.subject)).toEqual(Array(40).fill('One question'))
    expect((await result(inDays(9))).arms.map(arm => arm.sent)).toEqual([20, 20])
  })

  test('that cannot be told from chance have no winner', () => {
    const arms = [armOf(0, {}, 90, 14), armOf(1, {}, 90, 18)]
    expect(compareArms(arms)).toMatchObject({ verdict: 'noise', best: null })
  })

  test('of four, the best needs more than the best of two', () => {
    const two = compareArms([armOf(0, {}, 200, 50), armOf(1, {}, 200, 32)])
    const four = compareArms([
      armOf(0, {}, 200, 50),
      armOf(1, {}, 200, 32),
      armOf(2, {}, 200, 31),
      armOf(3, {}, 200, 30),
    ])
    expect(two.verdict).toBe('real')
    expect(four.difference?.p).toBeGreaterThan(two.difference?.p ?? 1)
  })
})

describe('reminders', () => {
  test('go to those who did not answer, once per step, after their days', async () => {
    const { scope, waveId, leave } = await round(10, { reminders: [3, 4], subjects: { ...subjects, percent: 100 } })
    await leave([5, 0])
    const run = (days: number) => database.inWorkspace(scope, tx => remind(tx, waveId, 1, inDays(days)))
    expect(await run(2)).toBe(0)
    expect(await run(3)).toBe(5)
    expect(await run(3)).toBe(0)
    const reminders = await database.readWorkspace(scope, reader =>
      reader.selectFrom('messages').select(['purpose', 'step', 'subject']).where('step', '=', 1).execute(),
    )
    expect(reminders).toEqual(Array(5).fill({ purpose: 'reminder', step: 1, subject: null }))
  })

  test('that a long pause delayed too much are not sent any more', async () => {
    const { scope, waveId, leave } = await round(3, { reminders: [3] })
    await leave([])
    expect(await database.inWorkspace(scope, tx => remind(tx, waveId, 1, inDays(30)))).toBe(0)
  })
})

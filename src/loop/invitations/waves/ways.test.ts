import { describe, expect, test } from 'vitest'
import { freshDatabase, freshWorkspace } from '../../../../test/harness/database.ts'
import { NOON, toolsFor } from '../../messages/sending.fixture.ts'
import { recordBasis, savePerson } from '../../people/index.ts'
import { createSurvey } from '../../surveys/index.ts'
import { readCoverage } from '../reach/read-coverage.ts'
import { checkSend } from './check-send.ts'
import { createWave } from './create-wave.ts'
import { remindersThatFit } from './reminders-that-fit.ts'

const { database } = await freshDatabase()
const evidence = { basis: 'consent' as const, text: 'yes', givenAt: '2026-01-01', source: 'form' }
const all = { kind: 'all' as const }

/** Four customers: with mail, with SMS alone, with both, and one whom nobody may ask. */
async function company() {
  const { scope } = await freshWorkspace(database)
  await database.inWorkspace(scope, async tx => {
    const basis = async (channel: 'email' | 'sms', personId: string) =>
      recordBasis(tx, { channel, audience: { kind: 'selection', personIds: [personId] }, evidence }, null)
    const mail = await savePerson(tx, { email: 'mail@example.com', country: 'DE' })
    await basis('email', mail.personId)
    const text = await savePerson(tx, { phone: '+491711234567', country: 'DE' })
    await basis('sms', text.personId)
    const both = await savePerson(tx, { email: 'both@example.com', phone: '+491711234568', country: 'FI' })
    await basis('sms', both.personId)
    await savePerson(tx, { email: 'nobody@example.com', country: 'FI' })
  })
  return scope
}

describe('the way to a person', () => {
  test('is mail where mail may be sent, otherwise SMS, and each way has its own reasons', async () => {
    const scope = await company()
    const tools = toolsFor(database, null, () => NOON)
    const check = (channel: 'email' | 'sms' | 'auto') =>
      database.readWorkspace(scope, reader =>
        checkSend(reader, { audience: all, channel, reminders: [], waveId: null }, tools),
      )
    expect(await check('email')).toMatchObject({
      channels: { email: 1, sms: 0 },
      leftOut: { no_address: 1, no_basis: 2 },
    })
    expect(await check('sms')).toMatchObject({ channels: { email: 0, sms: 2 }, leftOut: { no_address: 2 } })
    expect(await check('auto')).toMatchObject({ channels: { email: 1, sms: 2 }, leftOut: { no_basis: 1 } })
  })

  test('at night says how many wait for the morning', async () => {
    const scope = await company()
    const night = toolsFor(database, null, () => new Date('2026-03-03T23:00:00Z'))
    const planned = { audience: all, channel: 'auto' as const, reminders: [], waveId: null }
    const check = await database.readWorkspace(scope, reader => checkSend(reader, planned, night))
    expect(check.waiting).toEqual({ quiet_hours: 3 })
  })
})

describe('coverage', () => {
  test('counts in parts who may be asked and who never is', async () => {
    const scope = await company()
    const tools = toolsFor(database, null, () => NOON)
    const coverage = await database.readWorkspace(scope, reader =>
      readCoverage(reader, { by: 'country', days: 365 }, tools),
    )
    expect(coverage.total).toMatchObject({ people: 4, reachable: 3, noBasis: 1, asked: 0 })
    expect(coverage.parts.map(({ value, reachable }) => [value, reachable])).toEqual([
      ['DE', 2],
      ['FI', 1],
    ])
  })
})

describe('a round', () => {
  test('of an anonymous survey refuses what would need to know who answered', async () => {
    const { scope } = await freshWorkspace(database)
    const make = (options: object) =>
      database.inWorkspace(scope, async tx => {
        const { surveyId } = await createSurvey(tx, { name: 'Anonymous' })
        await tx.updateTable('surveys').set({ anonymous: true }).where('survey_id', '=', surveyId).execute()
        return createWave(tx, { surveyId, name: 'Round', audience: all, ...options })
      })
    await expect(make({ reminders: [3] })).rejects.toThrow('reminder_to_anonymous')
    await expect(make({ subjects: { arms: [{}, {}], percent: 100, settleDays: 3 } })).rejects.toThrow(
      'anonymous_survey_unlinked',
    )
    await expect(make({ sample: { size: 5, by: 'country', allocation: 'equal' } })).rejects.toThrow(
      'anonymous_survey_unlinked',
    )
    expect(await make({ sample: { size: 5, allocation: 'proportional' } })).toMatchObject({ state: 'draft' })
  })

  test('says before the send which reminders the contact budget leaves room for', () => {
    const budget = { contactLimit: 1, contactDays: 30 }
    const own = { reminder: { most: 2, days: 30 } }
    const fits = (reminders: number[], followUpsCount: boolean) =>
      remindersThatFit(reminders, budget, { followUpsCount, limits: own }).map(check => check.fits)
    expect(fits([3, 4, 5], false)).toEqual([true, true, false])
    expect(fits([3, 40], true)).toEqual([false, true])
  })
})

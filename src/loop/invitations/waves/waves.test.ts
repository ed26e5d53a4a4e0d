import { describe, expect, test } from 'vitest'
import { freshDatabase, freshWorkspace } from '../../../../test/harness/database.ts'
import { mailServer } from '../../../../test/harness/mail-server.ts'
import { addressKey } from '../../../platform/secrets/index.ts'
import { sending } from '../../messages/index.ts'
import { NOON, SECRET, toolsFor } from '../../messages/sending.fixture.ts'
import { objectToMessages, recordBasis, savePerson } from '../../people/index.ts'
import { createSurvey } from '../../surveys/index.ts'
import { approveWave, createWave, listWaves, planWave, readWave } from '../index.ts'
import { checkSend } from './check-send.ts'
import { resumeWave, stopWave } from './stop-wave.ts'

const { database } = await freshDatabase()
const evidence = { basis: 'consent' as const, text: 'yes', givenAt: '2026-01-01', source: 'form' }
const all = { kind: 'all' as const }
const everybody = { audience: all, channel: 'email' as const, reminders: [], waveId: null }

async function company() {
  const { scope, accountId } = await freshWorkspace(database)
  const caller = { accountId, actor: scope.actor }
  await database.inWorkspace(scope, tx =>
    tx.updateTable('workspaces').set({ sender_address: 'ask@nordwind.example', imprint: 'Nordwind GmbH' }).execute(),
  )
  const { surveyId } = await database.inWorkspace(scope, tx => createSurvey(tx, { name: 'Relationship' }))
  return { scope, caller, surveyId }
}

describe('a round of asking', () => {
  test('says before the send who is left out and why, and then does exactly that', async () => {
    const { scope, caller, surveyId } = await company()
    const server = await mailServer()
    const tools = toolsFor(database, server.url)
    await database.inWorkspace(scope, async tx => {
      for (const name of ['anna', 'bela', 'cora', 'stop'])
        await savePerson(tx, { email: `${name}@example.com`, country: 'DE' })
      await recordBasis(tx, { channel: 'email', audience: all, evidence }, null)
      await savePerson(tx, { name: 'No address' })
      await savePerson(tx, { email: 'nobasis@example.com' })
      await objectToMessages(tx, { channel: 'email', addressKey: addressKey(SECRET, 'email', 'stop@example.com') })
    })
    const check = await database.readWorkspace(scope, reader => checkSend(reader, everybody, tools))
    expect(check).toEqual({
      people: 6,
      asked: 3,
      leftOut: { no_address: 1, no_basis: 1, suppressed: 1 },
      quietUntil: null,
      channels: { email: 3, sms: 0 },
      waiting: {},
      reminders: [],
    })
    const wave = await database.inWorkspace(scope, tx => createWave(tx, { surveyId, name: 'Spring', audience: all }))
    await database.inWorkspace(scope, tx => approveWave(tx, wave.waveId, caller, tools))
    await expect(database.inWorkspace(scope, tx => approveWave(tx, wave.waveId, caller, tools))).rejects.toThrow(
      'wave_already_approved',
    )
    expect(await database.inWorkspace(scope, tx => planWave(tx, wave.waveId, tools))).toBe(3)
    expect(await database.inWorkspace(scope, tx => planWave(tx, wave.waveId, tools))).toBe(0)
    await sending(tools).once()
    expect(server.accepted).toHaveLength(3)
    const done = await database.readWorkspace(scope, reader => readWave(reader, wave.waveId))
    expect(done).toMatchObject({ state: 'done', invited: 3, messages: { accepted: 3 }, leftOut: { no_basis: 1 } })
    const next = await database.readWorkspace(scope, reader => checkSend(reader, everybody, tools))
    expect(next).toMatchObject({ asked: 0, leftOut: { asked_recently: 3 } })
    await server.stop()
  })

  test('is found on one page of the list, also among those made at the same moment', async () => {
    const { scope, surveyId } = await company()
    const made = await database.inWorkspace(scope, async tx => {
      const names = ['one', 'two', 'three', 'four', 'five']
      const waves = []
      for (const name of names) waves.push(await createWave(tx, { surveyId, name, audience: all }))
      return waves.map(wave => wave.waveId)
    })
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const query = { surveyId, limit: 2, cursor }
      const page = await database.readWorkspace(scope, reader => listWaves(reader, query))
      expect(page.items.length).toBeLessThanOrEqual(2)
      seen.push(...page.items.map(wave => wave.waveId))
      cursor = page.next ?? undefined
    } while (cursor)
    expect(seen).toHaveLength(5)
    expect(new Set(seen)).toEqual(new Set(made))
  })

  test('needs a sender, an imprint and somebody to ask', async () => {
    const { scope, caller, surveyId } = await company()
    const tools = toolsFor(database, null)
    const wave = await database.inWorkspace(scope, tx => createWave(tx, { surveyId, name: 'Empty', audience: all }))
    const approve = () => database.inWorkspace(scope, tx => approveWave(tx, wave.waveId, caller, tools))
    await expect(approve()).rejects.toThrow('wave_without_people')
    await database.inWorkspace(scope, tx => tx.updateTable('workspaces').set({ imprint: null }).execute())
    await expect(approve()).rejects.toThrow('imprint_missing')
    await database.inWorkspace(scope, tx => tx.updateTable('workspaces').set({ sender_address: null }).execute())
    await expect(approve()).rejects.toThrow('sender_missing')
  })

  test('by text needs a provider of texts, unless everything is caught', async () => {
    const { scope, caller, surveyId } = await company()
    const wish = { surveyId, name: 'Texts', audience: all, channel: 'sms' as const }
    const wave = await database.inWorkspace(scope, tx => createWave(tx, wish))
    const approve = (smtpUrl: string | null) =>
      database.inWorkspace(scope, tx => approveWave(tx, wave.waveId, caller, toolsFor(database, smtpUrl)))
    await expect(approve('smtp://127.0.0.1:25')).rejects.toThrow('text_provider_missing')
    await expect(approve(null)).rejects.toThrow('wave_without_people')
    const settings = { channel: 'sms', provider: 'generic', settings: '{}' }
    await database.inWorkspace(scope, tx => tx.insertInto('channel_settings').values(settings).execute())
    await expect(approve('smtp://127.0.0.1:25')).rejects.toThrow('wave_without_people')
  })

  test('can be stopped, keeps what waits in the house, and goes on', async () => {
    const { scope, caller, surveyId } = await company()
    const server = await mailServer()
    const tools = toolsFor(database, server.url)
    await database.inWorkspace(scope, async tx => {
      for (let i = 0; i < 5; i++)
        await savePerson(tx, { email: `stop${i}@example.com`, attributes: { size: i < 3 ? 'small' : 'large' } })
      await recordBasis(tx, { channel: 'email', audience: all, evidence }, null)
    })
    const small = { kind: 'filter' as const, filters: [{ field: 'attributes.size', values: ['small'] }] }
    const wave = await database.inWorkspace(scope, tx => createWave(tx, { surveyId, name: 'Small', audience: small }))
    await database.inWorkspace(scope, async tx => {
      await approveWave(tx, wave.waveId, caller, tools)
      await planWave(tx, wave.waveId, tools)
    })
    const stopped = await database.inWorkspace(scope, tx => stopWave(tx, wave.waveId, NOON))
    expect(stopped).toMatchObject({ state: 'stopped', messages: { planned: 3 } })
    await sending(tools).once()
    expect(server.accepted).toHaveLength(0)
    const later = new Date(NOON.getTime() + 72 * 3_600_000)
    await database.inWorkspace(scope, tx => resumeWave(tx, wave.waveId, later))
    await sending(toolsFor(database, server.url, () => later)).once()
    expect(server.accepted).toHaveLength(3)
    await server.stop()
  })
})

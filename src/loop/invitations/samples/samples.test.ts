import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { freshDatabase, freshWorkspace } from '../../../../test/harness/database.ts'
import { NOON, toolsFor } from '../../messages/sending.fixture.ts'
import { recordBasis, savePerson } from '../../people/index.ts'
import { createSurvey } from '../../surveys/index.ts'
import { approveWave, createWave, planWave, readWave } from '../index.ts'
import { allocate } from './allocate.ts'
import { drawSample } from './draw-sample.ts'
import { planSample } from './plan-sample.ts'

const { database } = await freshDatabase()
const evidence = { basis: 'consent' as const, text: 'yes', givenAt: '2026-01-01', source: 'form' }
const all = { kind: 'all' as const }
const frame = Array.from({ length: 1000 }, (_, i) => ({
  personId: `p${String(i).padStart(4, '0')}`,
  part: i < 900 ? 'DE' : 'FI',
}))

describe('a random sample', () => {
  test('is the same for the same seed, in whatever order people come, and another for another seed', () => {
    const sample = { size: 100, allocation: 'proportional' as const }
    const names = (list: typeof frame, seed: number) => drawSample(list, sample, seed).chosen.map(one => one.personId)
    expect(names([...frame].reverse(), 7)).toEqual(names(frame, 7))
    expect(names(frame, 8)).not.toEqual(names(frame, 7))
    expect(new Set(names(frame, 7)).size).toBe(100)
  })

  test('draws everybody with the same chance', () => {
    const drawn = new Map<string, number>()
    for (let seed = 0; seed < 400; seed++)
      for (const { personId } of drawSample(frame, { size: 100, allocation: 'proportional' }, seed).chosen)
        drawn.set(personId, (drawn.get(personId) ?? 0) + 1)
    // 400 draws of 10 percent: 40 on average, hardly ever outside of 15 to 70.
    expect(Math.min(...frame.map(({ personId }) => drawn.get(personId) ?? 0))).toBeGreaterThan(12)
    expect(Math.max(...drawn.values())).toBeLessThan(75)
  })

  test('with equal parts carries weights that put the parts back to their size', () => {
    const { chosen, drawn } = drawSample(frame, { size: 100, by: 'country', allocation: 'equal' }, 1)
    expect(drawn.strata.map(({ value, drawn }) => [value, drawn])).toEqual([
      ['DE', 50],
      ['FI', 50],
    ])
    const sum = chosen.reduce((total, one) => total + (one.weight ?? 1), 0)
    const german = chosen.filter(one => one.part === 'DE').reduce((total, one) => total + (one.weight ?? 1), 0)
    expect(sum).toBeCloseTo(100)
    expect(german / sum).toBeCloseTo(0.9)
  })

  test('never draws more of a part than there are, and as many as wanted together', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(
        sizes,
        fc.integer({ min: 1, max: 3000 }),
        fc.constantFrom('equal' as const, 'proportional' as const),
        (parts, size, how) => {
          const drawn = allocate(parts, size, how)
          const total = parts.reduce((sum, part) => sum + part, 0)
          expect(drawn.reduce((sum, part) => sum + part, 0)).toBe(Math.min(size, total))
          for (const [i, part] of drawn.entries()) expect(part).toBeLessThanOrEqual(parts[i] ?? 0)
        },
      ),
    )
  })
})

describe('the planner', () => {
  test('says before the send what the answers will be able to show', async () => {
    const { surveyId, scope, tools } = await company(50)
    const plan = await database.readWorkspace(scope, reader =>
      planSample(
        reader,
        {
          surveyId,
          audience: all,
          channel: 'email',
          responseRate: 0.2,
          sample: { size: 40, allocation: 'proportional' },
        },
        tools,
      ),
    )
    expect(plan).toMatchObject({ reachable: 50, invited: 40, answers: 8 })
    expect(plan.responseRate.source).toBe('given')
    expect(plan.expectation).toMatchObject({ promoter: 0.5, detractor: 0.2, source: 'assumed' })
    // 8 of 50 answers: 1.96·√(0.61·(1 − 8/50)/8)
    expect(plan.margin).toBeCloseTo(49.6, 1)
    expect(plan.goals.map(goal => goal.possible)).toEqual([false, false, false])
  })
})

describe('a round of a sample', () => {
  test('asks only those who were drawn, and writes down how', async () => {
    const { surveyId, scope, tools, caller } = await company(30)
    const sample = { size: 10, by: 'country', allocation: 'equal' as const }
    const wave = await database.inWorkspace(scope, async tx => {
      const { waveId } = await createWave(tx, { surveyId, name: 'Sample', audience: all, sample })
      await approveWave(tx, waveId, caller, tools)
      expect(await planWave(tx, waveId, tools)).toBe(10)
      return readWave(tx, waveId)
    })
    expect(wave).toMatchObject({
      invited: 10,
      leftOut: { not_drawn: 20 },
      drawn: { frame: 30, drawn: 10, by: 'country' },
    })
    const weights = await database.readWorkspace(scope, reader =>
      reader.selectFrom('invitations').select('weight').execute(),
    )
    expect(new Set(weights.map(row => row.weight?.toFixed(2)))).toEqual(new Set(['1.67', '0.33']))
  })
})

async function company(people: number) {
  const { scope, accountId } = await freshWorkspace(database)
  const tools = toolsFor(database, null, () => NOON)
  const surveyId = await database.inWorkspace(scope, async tx => {
    await tx.updateTable('workspaces').set({ sender_address: 'ask@n.example', imprint: 'Nordwind' }).execute()
    for (let i = 0; i < people; i++)
      await savePerson(tx, { email: `s${i}@example.com`, country: i < (people * 5) / 6 ? 'DE' : 'FI' })
    await recordBasis(tx, { channel: 'email', audience: all, evidence }, null)
    return (await createSurvey(tx, { name: 'Relationship' })).surveyId
  })
  return { scope, surveyId, tools, caller: { accountId, actor: scope.actor } }
}

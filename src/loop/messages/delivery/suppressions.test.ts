import { beforeEach, describe, expect, test } from 'vitest'
import { freshDatabase, freshWorkspace } from '../../../../test/harness/database.ts'
import { addressKey } from '../../../platform/secrets/index.ts'
import { objectToMessages } from '../../people/index.ts'
import { upsertText } from '../queries/text-settings.ts'
import { queuedWave, SECRET } from '../sending.fixture.ts'
import { addSuppression, liftSuppression, takeSuppressionList } from './change-suppressions.ts'
import { listSuppressions, suppressionIdOf, tallySuppressions } from './list-suppressions.ts'

const { database } = await freshDatabase()
let scope: { workspaceId: string; actor: string }
beforeEach(async () => {
  scope = (await freshWorkspace(database)).scope
})

const keyOf = (email: string) => addressKey(SECRET, 'email', email)
const idOf = (email: string) => suppressionIdOf('email', keyOf(email))
const list = (query: object = {}) =>
  database.readWorkspace(scope, reader => listSuppressions(reader, { limit: 50, ...query }, SECRET))
const add = (address: string, note: string | null = null) =>
  database.inWorkspace(scope, tx => addSuppression(tx, { address, channel: 'email', reason: 'operator', note }, SECRET))
const lift = (email: string) =>
  database.inWorkspace(scope, tx => liftSuppression(tx, idOf(email), 'asked on the phone'))
const take = (addresses: string[], reason: 'objection' | 'operator' = 'objection') => {
  const items = addresses.map(address => ({ address, channel: 'email' as const, reason }))
  return database.inWorkspace(scope, tx => takeSuppressionList(tx, { items, note: 'old tool' }, SECRET))
}

describe('suppressed addresses', () => {
  test('are listed with reason, note and whoever it was, and found by the whole address alone', async () => {
    await queuedWave(database, scope, [{ email: 'anna@example.com' }])
    await add('Anna@Example.com', 'moved abroad')
    await add('stranger@example.com')
    const { items } = await list()
    expect(items).toMatchObject([
      { address: null, personId: null, reason: 'operator', liftable: true },
      { address: 'anna@example.com', reason: 'operator', note: 'moved abroad', by: scope.actor },
    ])
    expect((await list({ address: 'ANNA@example.com' })).items).toHaveLength(1)
    expect((await list({ address: 'anna' })).items).toHaveLength(0)
    expect(await database.readWorkspace(scope, tallySuppressions)).toEqual({ operator: 2 })
  })

  test('of texts are the numbers that texts go to, however they were typed', async () => {
    await database.inWorkspace(scope, tx =>
      upsertText(tx, { provider: 'generic', settings: {}, secrets: null, country: 'DE', twoWay: false }),
    )
    const texted = { channel: 'sms' as const, reason: 'operator' as const }
    await database.inWorkspace(scope, tx =>
      addSuppression(tx, { ...texted, address: '0171 234 5678', note: null }, SECRET),
    )
    const { items } = await list({ address: '+49 171 2345678' })
    expect(items.map(item => item.suppressionId)).toEqual([
      suppressionIdOf('sms', addressKey(SECRET, 'sms', '+491712345678')),
    ])
  })

  test('come page by page, each once', async () => {
    await take(Array.from({ length: 25 }, (_, i) => `p${i}@example.com`))
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await list({ limit: 10, cursor })
      seen.push(...page.items.map(item => item.suppressionId))
      cursor = page.next ?? undefined
    } while (cursor)
    expect([seen.length, new Set(seen).size]).toEqual([25, 25])
  })
})

describe('lifting', () => {
  test('takes back what a member said or a rest, with a reason that stays', async () => {
    await add('anna@example.com')
    await lift('anna@example.com')
    expect((await list()).items).toEqual([])
    const { rows } = await database.pool.query(
      'select change, note, changed_by from suppression_changes where workspace_id = $1 order by change_id',
      [scope.workspaceId],
    )
    expect(rows).toMatchObject([
      { change: 'added' },
      { change: 'lifted', note: 'asked on the phone', changed_by: scope.actor },
    ])
    await expect(lift('anna@example.com')).rejects.toThrow('not_found')
  })

  test.each(['objection', 'complaint', 'erasure', 'hard_bounce'] as const)(
    'never takes back an address that is there for %s',
    async reason => {
      await database.inWorkspace(scope, tx =>
        objectToMessages(tx, { channel: 'email', addressKey: keyOf('anna@example.com'), reason }),
      )
      await expect(lift('anna@example.com')).rejects.toThrow('suppression_not_liftable')
      expect((await list()).items).toMatchObject([{ reason, liftable: false }])
    },
  )
})

describe('the list of another tool', () => {
  test('adds, never removes and overwrites no reason; a second time nothing is new', async () => {
    await add('known@example.com')
    expect(await take(['known@example.com', 'new@example.com', 'NEW@example.com', 'nobody'])).toEqual({
      added: 1,
      known: 2,
      invalid: [4],
    })
    expect(await take(['new@example.com'])).toEqual({ added: 0, known: 1, invalid: [] })
    const reasons = Object.fromEntries((await list()).items.map(item => [item.suppressionId, item.reason]))
    expect(reasons).toEqual({ [idOf('known@example.com')]: 'operator', [idOf('new@example.com')]: 'objection' })
  })
})

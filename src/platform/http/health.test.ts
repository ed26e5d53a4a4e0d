import { beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase } from '../../../test/harness/database.ts'
import { systemClock } from '../clock.ts'
import { Database } from '../database/index.ts'
import { durabilityRisks, refuseUnsafe } from '../durability.ts'
import { createLog } from '../log.ts'
import { readSettings } from '../settings.ts'
import type { Tools } from '../tools.ts'
import { healthPages } from './health.ts'

const token = 'a-token-of-some-length'
const fromHere = { incoming: { socket: { remoteAddress: '127.0.0.1' } } }
const fromElsewhere = { incoming: { socket: { remoteAddress: '192.0.2.7' } } }

let tools: Tools

beforeAll(async () => {
  const { database } = await freshDatabase()
  const settings = { ...readSettings({ ECHOLOT_SECRET: 'kT9vXq2LmR7wZp4NbYc8JhD3sF6gUaE1' }), metricsToken: null }
  tools = { database, settings, log: createLog('silent'), clock: systemClock }
})

const get = (path: string, options: { env?: object; headers?: Record<string, string>; tools?: Tools } = {}) =>
  healthPages(options.tools ?? tools).request(path, { headers: options.headers ?? {} }, options.env ?? fromHere)

describe('health', () => {
  it('says that the process lives, whatever the database does', async () => {
    expect((await get('/healthz')).status).toBe(200)
  })

  it('is ready when the database answers and is migrated', async () => {
    const reply = await get('/readyz')
    expect(reply.status).toBe(200)
    expect(await reply.json()).toMatchObject({ status: 'ready', warnings: [], sendingHeld: false })
  })

  it('is not ready without a database', async () => {
    const database = new Database('postgres://nobody@127.0.0.1:1/none')
    const reply = await get('/readyz', { tools: { ...tools, database } })
    expect(reply.status).toBe(503)
    expect(await reply.json()).toMatchObject({ status: 'not_ready' })
  })
})

describe('metrics', () => {
  it('are text that Prometheus reads', async () => {
    const text = await (await get('/metrics')).text()
    expect(text).toMatch(/# TYPE process_resident_memory_bytes gauge\nprocess_resident_memory_bytes \d+\n/)
    expect(text).toMatch(/^echolot_events_waiting 0$/m)
    expect(text).toMatch(/^echolot_metrics_failed 0$/m)
    for (const line of text.trimEnd().split('\n')) {
      expect(line).toMatch(/^(# (HELP|TYPE) \S+ .+|[a-z_0-9]+(\{.*\})? -?[\d.e+-]+)$/)
    }
  })

  it('are for this machine alone as long as there is no token', async () => {
    expect((await get('/metrics', { env: fromElsewhere })).status).toBe(403)
    expect((await get('/metrics', { headers: { 'x-forwarded-for': '192.0.2.7' } })).status).toBe(403)
  })

  it('are for those who have the token once there is one', async () => {
    const guarded = { ...tools, settings: { ...tools.settings, metricsToken: token } }
    const ask = (headers: Record<string, string>) => get('/metrics', { tools: guarded, env: fromElsewhere, headers })
    expect((await ask({ authorization: `Bearer ${token}` })).status).toBe(200)
    expect((await ask({ authorization: 'Bearer other' })).status).toBe(403)
    expect((await get('/metrics', { tools: guarded })).status).toBe(403)
  })
})

describe('a database that could lose acknowledged answers', () => {
  it('is refused with the remedy, or marked where the operator chose so', async () => {
    const client = await tools.database.pool.connect()
    await client.query('set synchronous_commit = off')
    const risks = await durabilityRisks(client)
    client.release(true)
    expect(risks).toHaveLength(1)
    expect(() => refuseUnsafe(risks, 'refuse')).toThrow(
      /synchronous_commit is off.*alter system set synchronous_commit/,
    )
    expect(() => refuseUnsafe(risks, 'mark')).not.toThrow()
  })
})

import { timingSafeEqual } from 'node:crypto'
import { type Context, Hono } from 'hono'
import type pg from 'pg'
import { pendingMigrations } from '../database/index.ts'
import { durabilityRisks } from '../durability.ts'
import { tokenHash } from '../secrets/index.ts'
import type { Tools } from '../tools.ts'
import { exposition, type Gauge } from './metrics.ts'

/** /healthz (the process lives), /readyz (the database answers and is migrated) and /metrics (Prometheus). */
export const healthPages = (tools: Tools, gauges: Gauge[] = []): Hono => {
  const pages = new Hono()
  pages.get('/healthz', c => c.json({ status: 'ok' }))
  pages.get('/readyz', async c => {
    const readiness = await readinessOf(tools)
    return c.json(readiness, readiness.status === 'ready' ? 200 : 503)
  })
  pages.get('/metrics', async c => {
    if (!mayRead(c, tools.settings.metricsToken))
      return c.text('Metrics need the token of ECHOLOT_METRICS_TOKEN.\n', 403)
    return c.text(await exposition(tools, gauges), 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' })
  })
  return pages
}

type Readiness = { status: 'ready' | 'not_ready'; reason?: string; warnings: string[]; sendingHeld?: boolean }

const patienceMs = 3_000

const readinessOf = async (tools: Tools): Promise<Readiness> => {
  const late = new Promise<Readiness>(resolve => {
    setTimeout(() => resolve(silent), patienceMs).unref()
  })
  return Promise.race([askDatabase(tools), late])
}

const silent: Readiness = { status: 'not_ready', reason: 'The database does not answer.', warnings: [] }

const askDatabase = async ({ database, log }: Tools): Promise<Readiness> => {
  try {
    const client = await database.pool.connect()
    try {
      return await readinessFrom(client)
    } finally {
      client.release()
    }
  } catch (error) {
    log.warn({ err: error }, 'not ready')
    return silent
  }
}

const readinessFrom = async (client: pg.ClientBase): Promise<Readiness> => {
  const pending = await pendingMigrations(client as pg.Client)
  if (pending.length > 0) {
    return { status: 'not_ready', reason: `The database lacks ${pending.length} migrations.`, warnings: [] }
  }
  const warnings = (await durabilityRisks(client)).map(risk => risk.sentence)
  const { rows } = await client.query<{ held: boolean }>('select sending_held_at is not null as held from instance')
  return { status: 'ready', warnings, sendingHeld: rows[0]?.held ?? false }
}

const mayRead = (c: Context, token: string | null): boolean => {
  if (token === null) return isLoopback(c)
  const given = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1]
  return given !== undefined && timingSafeEqual(tokenHash(given), tokenHash(token))
}

/** From this machine and not handed on by a proxy, which also calls from this machine. */
const isLoopback = (c: Context): boolean => {
  if (c.req.header('x-forwarded-for') !== undefined || c.req.header('forwarded') !== undefined) return false
  const peer = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket
  return ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(peer?.remoteAddress ?? '')
}

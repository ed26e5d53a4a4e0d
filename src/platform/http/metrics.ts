import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import type pg from 'pg'
import type { Tools } from '../tools.ts'

/** One reading of a gauge, with labels that tell it from others of the same name. */
export type Reading = { labels?: Record<string, string>; value: number }

/** A figure that changes over time; `read` asks for it when somebody looks. */
export type Gauge = {
  name: string
  help: string
  kind?: 'gauge' | 'counter'
  read: () => Reading[] | Promise<Reading[]>
}

const delay = monitorEventLoopDelay({ resolution: 20 })

/** All gauges as text in the format of Prometheus; one that fails is left out and counted. */
export const exposition = async (tools: Tools, gauges: Gauge[]): Promise<string> => {
  delay.enable()
  let failed = 0
  const parts: string[] = []
  for (const gauge of [...ofProcess(), ...ofDatabase(tools), ...gauges]) {
    try {
      parts.push(block(gauge, await gauge.read()))
    } catch (error) {
      failed += 1
      tools.log.warn({ err: error, gauge: gauge.name }, 'a figure could not be read')
    }
  }
  parts.push(block(failures, [{ value: failed }]))
  return parts.join('')
}

const failures = { name: 'echolot_metrics_failed', help: 'Figures that could not be read this time.' }

const block = ({ name, help, kind = 'gauge' }: Omit<Gauge, 'read'>, readings: Reading[]): string => {
  const lines = readings.map(({ labels, value }) => `${name}${labelText(labels)} ${value}\n`)
  return `# HELP ${name} ${help}\n# TYPE ${name} ${kind}\n${lines.join('')}`
}

const labelText = (labels: Record<string, string> = {}): string => {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`)
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`
}

const escaped = (value: string) => value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')

const one = (name: string, help: string, value: () => number, kind?: Gauge['kind']): Gauge => ({
  name,
  help,
  kind,
  read: () => [{ value: value() }],
})

const ofProcess = (): Gauge[] => [
  one('process_resident_memory_bytes', 'Memory of the server process.', () => process.memoryUsage.rss()),
  one(
    'process_cpu_seconds_total',
    'Processor time used.',
    () => process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6,
    'counter',
  ),
  one('process_uptime_seconds', 'Time since the start.', () => process.uptime()),
  one(
    'nodejs_eventloop_utilization',
    'Share of time in which the event loop was busy.',
    () => performance.eventLoopUtilization().utilization,
  ),
  one(
    'nodejs_eventloop_lag_p99_seconds',
    'Delay of the event loop, 99th percentile since the start.',
    () => delay.percentile(99) / 1e9,
  ),
]

const ofDatabase = ({ database: { pool } }: Tools): Gauge[] => [
  one('echolot_database_connections', 'Connections to the database.', () => pool.totalCount),
  one('echolot_database_waiting', 'Requests that wait for a connection.', () => pool.waitingCount),
  counted(pool, 'echolot_events_waiting', 'Events that have not reached all listeners yet.', waitingEvents),
  counted(pool, 'echolot_events_oldest_seconds', 'Age of the oldest event that waits.', oldestEvent),
  counted(pool, 'echolot_messages', 'Messages on their way, by state.', messagesOnTheirWay),
]

const waitingEvents = 'select null as state, count(*) as value from events where delivered_at is null'
const oldestEvent = `select null as state, coalesce(extract(epoch from now() - min(occurred_at)), 0) as value
  from events where delivered_at is null`
// In two halves, because each has an index of its own.
const messagesOnTheirWay = `select state, count(*) as value from messages where state in ('queued', 'deferred') group by state
  union all select state, count(*) from messages where state in ('claimed', 'gate') group by state`

type Counted = { state: string | null; value: string | number }

const counted = (pool: pg.Pool, name: string, help: string, text: string): Gauge => ({
  name,
  help,
  read: async () => {
    const { rows } = await pool.query<Counted>(text)
    return rows.map(
      ({ state, value }): Reading => ({ value: Number(value), ...(state === null ? {} : { labels: { state } }) }),
    )
  },
})

import pg from 'pg'
import { freshApiKey } from '../../src/access/api-key.ts'
import { startServer } from '../../test/harness/server-process.ts'
import { migratedDatabase } from '../gen/scratch-database.ts'
import { openConnection } from './_raw-client.ts'

type Figure = { name: string; value: number; unit: string; goal: string }

const PORT = 47_475
const PEOPLE = Number(process.env.BENCH_SCORES_PEOPLE ?? 100_000)
const ANSWERS_EACH = 5
const REQUESTS = 1000
/** As fast as five programs may ask for a minute (`PER_MINUTE.readingKey`), each with a key of its own. */
const KEYS = 5
const PER_SECOND = 100

/** How long programs wait for a person's last score, while they personalise: five answers of each of 100,000 people. */
export async function run(): Promise<Figure[]> {
  const scratch = await migratedDatabase()
  const client = new pg.Client({ connectionString: scratch.url })
  await client.connect()
  const keys = await company(client)
  const server = await startServer({ DATABASE_URL: scratch.url }, PORT)
  try {
    const byId = await waits(keys, i => `/api/v1/scores?externalId=c${i % PEOPLE}`)
    const byMail = await waits(keys, i => `/api/v1/scores?email=p${i % PEOPLE}%40example.com`)
    return [
      ...figuresOf('score and group of a person by external id', byId),
      ...figuresOf('score and group of a person by mail address', byMail),
    ]
  } finally {
    await server.kill('SIGTERM')
    await client.end()
    await scratch.stop()
  }
}

const figuresOf = (name: string, waits: number[]): Figure[] => [
  { name: `${name}, p50`, value: quantile(waits, 0.5), unit: 'ms', goal: '–' },
  { name: `${name}, p95`, value: quantile(waits, 0.95), unit: 'ms', goal: '≤ 20' },
]

/** A company with people and answers, and keys that may read. */
async function company(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query(`insert into workspaces (name) values ('Nordwind') returning workspace_id`)
  const workspaceId = rows[0].workspace_id
  await client.query(
    `with s as (insert into surveys (workspace_id, name) values ($1, 'Relationship') returning survey_id),
      p as (insert into people (workspace_id, external_id, email)
        select $1, 'c' || g, 'p' || g || '@example.com' from generate_series(0, $2 - 1) g returning person_id)
    insert into responses (workspace_id, survey_id, person_id, channel, score, source, source_key, answered_at)
    select $1, s.survey_id, p.person_id, 'email', (n * 7) % 11, 'import', p.person_id || '.' || n, now() - n * interval '30 days'
    from s, p, generate_series(1, $3) n`,
    [workspaceId, PEOPLE, ANSWERS_EACH],
  )
  await client.query('analyze')
  const keys = Array.from({ length: KEYS }, freshApiKey)
  for (const { apiKeyId, hash } of keys) {
    await client.query(
      `insert into api_keys (workspace_id, api_key_id, name, secret_hash, scope) values ($1, $2, 'bench', $3, 'read')`,
      [workspaceId, apiKeyId, hash],
    )
  }
  return keys.map(({ text }) => text)
}

/** Each request has its moment, and the wait counts from there. */
async function waits(keys: string[], path: (i: number) => string): Promise<number[]> {
  const free = await Promise.all(Array.from({ length: 50 }, () => openConnection(PORT)))
  const all = [...free]
  const began = performance.now()
  const asking = Array.from({ length: REQUESTS }, async (_, i) => {
    const due = (i / PER_SECOND) * 1000
    await new Promise(resolve => setTimeout(resolve, due))
    const connection = free.pop()
    if (!connection) throw new Error('every connection waits')
    const status = await connection.send(getRequest(path(i * 37), keys[i % KEYS] ?? ''))
    if (status !== 200) throw new Error(`a score got ${status}`)
    free.push(connection)
    return performance.now() - began - due
  })
  const found = await Promise.all(asking)
  for (const connection of all) connection.close()
  return found.slice(REQUESTS / 10)
}

const getRequest = (path: string, key: string) =>
  Buffer.from(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ${key}\r\n\r\n`)

const quantile = (values: number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN

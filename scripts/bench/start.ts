import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { findEmbedded } from '../../src/platform/embedded/index.ts'
import { parentOf } from '../../src/platform/process/process-facts.ts'

type Figure = { name: string; value: number; unit: string; goal: string }
type Running = { child: ChildProcess; line: string; seconds: number; stop: () => Promise<number> }

const LATER_STARTS = 5
const ANSWERS = 100_000
const AT_REST_MS = 10_000

/** Time from the command to the line that says where it is, first and later, and memory at rest with many answers stored. */
export async function run(): Promise<Figure[]> {
  if (!existsSync('dist/main.js')) spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' })
  const folder = mkdtempSync(join(tmpdir(), 'echolot-bench-'))
  try {
    const first = await start(folder)
    const cookie = await setUp(first.line)
    await store(folder)
    const stops = [await first.stop()]
    const later: number[] = []
    for (let n = 1; n < LATER_STARTS; n++) {
      const again = await start(folder)
      later.push(again.seconds)
      stops.push(await again.stop())
    }
    const last = await start(folder)
    later.push(last.seconds)
    const memory = await memoryAtRest(last, cookie)
    await last.stop()
    return [
      { name: 'first start to serving', value: first.seconds, unit: 's', goal: '≤ 10' },
      { name: `later start to serving, median of ${LATER_STARTS}`, value: median(later), unit: 's', goal: '≤ 2' },
      { name: 'stop in order, median', value: median(stops), unit: 's', goal: '≤ 10' },
      ...memory,
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function start(folder: string): Promise<Running> {
  const { DATABASE_URL: _, ...env } = process.env
  const began = performance.now()
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'dist/main.js'], {
    env: { ...env, ECHOLOT_DATA: folder, ECHOLOT_PORT: '0', ECHOLOT_LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout?.once('data', text => resolve(String(text)))
    child.once('exit', () => reject(new Error('The server ended before it was ready.')))
  })
  const seconds = (performance.now() - began) / 1000
  return { child, line, seconds, stop: () => stop(child) }
}

async function stop(child: ChildProcess): Promise<number> {
  const began = performance.now()
  const gone = new Promise(resolve => child.once('exit', resolve))
  child.kill('SIGTERM')
  await gone
  return (performance.now() - began) / 1000
}

const originIn = (line: string) => /http:\/\/localhost:\d+/.exec(line)?.[0] ?? ''

async function setUp(line: string): Promise<string> {
  const token = line.split('#')[1]?.trim()
  const reply = await fetch(`${originIn(line)}/api/v1/set-up`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({
      token,
      name: 'Jonas Weber',
      email: 'jonas@example.com',
      password: 'nordwind-harbour-lantern',
      company: 'Nordwind',
      language: 'en',
      timeZone: 'Europe/Berlin',
    }),
  })
  if (!reply.ok) throw new Error(`Set-up was refused: ${await reply.text()}`)
  return reply.headers
    .getSetCookie()
    .map(cookie => cookie.split(';')[0])
    .join('; ')
}

/** Answers of two years with a country and a plan, a third of them with a comment, written past the product. */
async function store(folder: string): Promise<void> {
  const client = new pg.Client({ connectionString: findEmbedded(folder) ?? '' })
  await client.connect()
  await client.query(`
    with survey as (
      insert into surveys (workspace_id, name) select workspace_id, 'After the purchase' from workspaces returning workspace_id, survey_id
    ), version as (
      insert into survey_versions (workspace_id, survey_id, version, wording) select workspace_id, survey_id, 1, '{}' from survey
    )
    insert into responses (workspace_id, survey_id, survey_version, channel, score, comment, attributes, source, source_key, answered_at)
    select workspace_id, survey_id, 1, 'email', (n * 7919 % 11)::int, case when n % 3 = 0 then 'Delivery took a while, but support was friendly. ' || n end,
      jsonb_build_object('country', (array['de', 'fi', 'at', 'se'])[1 + n % 4], 'plan', (array['free', 'team', 'company'])[1 + n % 3]),
      'import', n::text, now() - n * interval '10 minutes'
    from survey, generate_series(1, ${ANSWERS}) n`)
  await client.query('vacuum analyze')
  await client.end()
}

async function memoryAtRest({ child, line }: Running, cookie: string): Promise<Figure[]> {
  if (process.platform !== 'linux') return []
  for (let n = 0; n < 3; n++) {
    const reply = await fetch(`${originIn(line)}/api/v1/pulse`, { headers: { cookie } })
    if (!reply.ok) throw new Error(`The first page cannot be read: ${await reply.text()}`)
    await reply.arrayBuffer()
  }
  await new Promise(resolve => setTimeout(resolve, AT_REST_MS))
  const server = megabytes([child.pid ?? 0], 'Rss')
  // Processes of PostgreSQL share most of their memory: each page is counted once.
  const database = megabytes(descendantsOf(child.pid ?? 0), 'Pss')
  const size = `${ANSWERS.toLocaleString('en')} answers`
  return [
    { name: `server at rest, ${size}`, value: server, unit: 'MB', goal: '–' },
    { name: `database at rest, ${size}`, value: database, unit: 'MB', goal: '–' },
    { name: `server and database at rest, ${size}`, value: server + database, unit: 'MB', goal: '≤ 400' },
  ]
}

function descendantsOf(pid: number): number[] {
  const all = readdirSync('/proc')
    .map(Number)
    .filter(id => id > 0)
  const children = all.filter(id => parentOf(id) === pid)
  return children.flatMap(child => [child, ...descendantsOf(child)])
}

const megabytes = (pids: number[], kind: 'Rss' | 'Pss') =>
  pids.reduce((sum, pid) => sum + kilobytes(pid, kind), 0) / 1000

const kilobytes = (pid: number, kind: string) =>
  Number(new RegExp(`^${kind}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0)

const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Caller } from '../../src/access/index.ts'
import { inBuiltThread } from '../../src/loop/imports/import-in-thread.ts'
import { receiveFile } from '../../src/loop/imports/index.ts'
import { uploadPath } from '../../src/loop/imports/uploads.ts'
import { Database } from '../../src/platform/database/index.ts'
import type { Tools } from '../../src/platform/tools.ts'
import { migratedDatabase } from '../gen/scratch-database.ts'

type Figure = { name: string; value: number; unit: string; goal: string }

const ROWS = Number(process.env.BENCH_IMPORT_ROWS ?? 1_000_000)
const PEOPLE = Math.ceil(ROWS / 4)
const SECRET = 'a secret that is long enough for a bench'

/** A million answers of 250,000 people by import, against bare COPY of the same answers into the same table with its indexes. */
export async function run(): Promise<Figure[]> {
  const scratch = await migratedDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'echolot-bench-'))
  const database = new Database(scratch.url, { connections: 4 })
  try {
    const file = join(folder, 'answers.csv')
    await writeAnswers(file)
    const copied = await copyPerSecond(scratch.url, await freshWorkspace(database))
    const imported = await importFile(database, scratch.url, folder, file, await freshWorkspace(database))
    const rows = ROWS.toLocaleString('en')
    return [
      { name: `${rows} answers imported`, value: imported.seconds, unit: 's', goal: '≤ 60 on 2 cores' },
      { name: 'rows imported', value: ROWS / imported.seconds, unit: 'per s', goal: '–' },
      { name: 'bare COPY of the same answers', value: copied, unit: 'per s', goal: '–' },
      { name: 'import against bare COPY', value: ROWS / imported.seconds / copied, unit: 'ratio', goal: '≥ 0.3' },
      { name: 'event loop of the pages meanwhile, p99', value: imported.delayMs, unit: 'ms', goal: '≤ 100' },
      { name: 'memory taken by the import', value: imported.megabytes, unit: 'MB', goal: '≤ 150' },
    ]
  } finally {
    await database.close()
    await scratch.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

const day = (i: number) => `2024-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`

async function writeAnswers(path: string): Promise<void> {
  const out = createWriteStream(path)
  out.write('response_id,email,score,comment,answered_at,plan\n')
  for (let i = 0; i < ROWS; i += 10_000) {
    const lines = Array.from({ length: Math.min(10_000, ROWS - i) }, (_, k) => {
      const at = i + k
      return `r${at},p${at % PEOPLE}@example.com,${(at * 7) % 11},"Delivery took ${at % 50} days, thanks",${day(at)} 10:15,${at % 3 ? 'small' : 'large'}\n`
    })
    if (!out.write(lines.join(''))) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
}

async function freshWorkspace(database: Database): Promise<{ workspaceId: string; surveyId: string }> {
  return database.inInstance(async tx => {
    const { workspace_id } = await tx
      .insertInto('workspaces')
      .values({ name: 'Nordwind' })
      .returning('workspace_id')
      .executeTakeFirstOrThrow()
    const { survey_id } = await tx
      .insertInto('surveys')
      .values({ workspace_id, name: 'Bench' })
      .returning('survey_id')
      .executeTakeFirstOrThrow()
    return { workspaceId: workspace_id, surveyId: survey_id }
  })
}

async function copyPerSecond(
  url: string,
  { workspaceId, surveyId }: { workspaceId: string; surveyId: string },
): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  function* lines() {
    for (let i = 0; i < ROWS; i += 5000) {
      const some = Array.from({ length: Math.min(5000, ROWS - i) }, (_, k) => {
        const at = i + k
        return `${workspaceId}\t${surveyId}\temail\t${(at * 7) % 11}\tDelivery took ${at % 50} days, thanks\t{"plan":"${at % 3 ? 'small' : 'large'}"}\timport\tr${at}\t${day(at)} 10:15+01\n`
      })
      yield Buffer.from(some.join(''))
    }
  }
  const began = performance.now()
  await pipeline(
    Readable.from(lines()),
    client.query(
      copyFrom(
        'copy responses (workspace_id, survey_id, channel, score, comment, attributes, source, source_key, answered_at) from stdin',
      ),
    ),
  )
  const seconds = (performance.now() - began) / 1000
  await client.end()
  return ROWS / seconds
}

async function importFile(
  database: Database,
  url: string,
  dataFolder: string,
  file: string,
  { workspaceId, surveyId }: { workspaceId: string; surveyId: string },
): Promise<{ seconds: number; delayMs: number; megabytes: number }> {
  const tools = { database, settings: { dataFolder, secret: SECRET } } as unknown as Tools
  const caller: Caller = { workspaceId, accountId: null, role: 'owner', actor: 'bench', language: 'en' }
  const before = process.memoryUsage().rss
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss)
  }, 100)
  const delay = monitorEventLoopDelay({ resolution: 10 })
  delay.enable()
  const began = performance.now()
  const given = {
    fileName: 'answers.csv',
    kind: 'responses' as const,
    dryRun: false,
    start: true,
    options: { surveyId },
  }
  const { importId } = await receiveFile(tools, caller, createReadStream(file), given)
  const path = uploadPath(tools.settings, importId)
  await inBuiltThread({ database, scope: { workspaceId, actor: 'bench' }, importId, path, secret: SECRET }, url)
  const seconds = (performance.now() - began) / 1000
  delay.disable()
  clearInterval(watch)
  const { rows_added } = await database.inInstance(tx =>
    tx.selectFrom('imports').select('rows_added').where('import_id', '=', importId).executeTakeFirstOrThrow(),
  )
  if (rows_added !== ROWS) throw new Error(`${rows_added} of ${ROWS} rows arrived`)
  return { seconds, delayMs: delay.percentile(99) / 1e6, megabytes: (most - before) / 2 ** 20 }
}

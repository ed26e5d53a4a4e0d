import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrate } from '../platform/database/index.ts'
import { startEmbedded } from '../platform/embedded/index.ts'
import { withClient } from '../platform/storage.ts'

const base = mkdtempSync(join(tmpdir(), 'operate-'))
const data = join(base, 'data')
const backup = join(base, 'all.backup')

type Reply = { code: number; out: string; err: string }

const echolot = (words: string[], environment: Record<string, string> = {}) =>
  new Promise<Reply>(resolve => {
    const env = { ...process.env, DATABASE_URL: '', ECHOLOT_DATA: data, ...environment }
    execFile(process.execPath, ['--import', 'tsx', 'src/cli/index.ts', ...words], { env }, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    )
  })

beforeAll(async () => {
  const embedded = await startEmbedded(data)
  await migrate(embedded.url)
  await withClient(embedded.url, client =>
    client.query(`with made as (insert into workspaces (name) values ('Nordwind') returning workspace_id)
      insert into events (workspace_id, name, payload, actor, attempts, not_before, problem)
      select workspace_id, 'response.received', '{}', 'echolot', 10, 'infinity', 'no case could be opened' from made`),
  )
  await embedded.stop()
})
afterAll(() => rmSync(base, { recursive: true, force: true }))

describe('the operator', { timeout: 180_000 }, () => {
  it('makes a backup and restores it elsewhere, with the secret, and cannot overwrite what is in use', async () => {
    expect(await echolot(['backup', backup])).toMatchObject({ code: 0, out: expect.stringContaining('rows of') })
    expect(await echolot(['backup', backup])).toMatchObject({ code: 1, err: expect.stringContaining('exists already') })
    const other = { ECHOLOT_DATA: join(base, 'other') }
    expect(await echolot(['restore', backup], other)).toMatchObject({ code: 0 })
    expect(readFileSync(join(base, 'other', 'secret'))).toEqual(readFileSync(join(data, 'secret')))
    expect(await echolot(['restore', backup], other)).toMatchObject({ code: 1, err: expect.stringContaining('in use') })
    expect((await echolot(['doctor'], other)).out).toContain('Nothing is sent: Restored from a backup')
  })

  it('makes a backup while the server runs, but has to stop it for a restore', async () => {
    const embedded = await startEmbedded(data)
    try {
      expect(await echolot(['backup', join(base, 'running.backup')])).toMatchObject({ code: 0 })
      const refused = await echolot(['restore', backup])
      expect(refused).toMatchObject({ code: 1, err: 'Stop the running server first, then restore.\n' })
    } finally {
      await embedded.stop()
    }
  })

  it('is told when a backup belongs to another secret', async () => {
    const elsewhere = { ECHOLOT_DATA: join(base, 'third'), ECHOLOT_SECRET: 'kT9vXq2LmR7wZp4NbYc8JhD3sF6gUaE1' }
    expect(await echolot(['restore', backup], elsewhere)).toMatchObject({
      code: 1,
      err: expect.stringContaining('another secret'),
    })
  })

  it('learns whether the schema is up to date', async () => {
    expect(await echolot(['migrate', '--check'])).toMatchObject({ code: 0, out: 'The database is up to date.\n' })
  })

  it('gets a way in, as long as nobody has an account', async () => {
    expect((await echolot(['link'])).out).toMatch(/^http:\/\/localhost:4747\/set-up#\S+\n$/)
    const unknown = await echolot(['link', 'nobody@example.com'])
    expect(unknown).toMatchObject({ code: 1, err: 'There is no active account with the address nobody@example.com.\n' })
  })

  it('gets a remedy with every finding of the doctor', async () => {
    const reply = await echolot(['doctor', '--json'], { ECHOLOT_PROT: '1', ECHOLOT_SMTP_URL: 'smtp://127.0.0.1:1' })
    expect(reply.code).toBe(1)
    const findings = JSON.parse(reply.out) as Record<string, { state: string; remedy?: string }>
    for (const { state, remedy } of Object.values(findings)) if (state !== 'good') expect(remedy).toMatch(/\.$|;$/)
    expect(findings['Every setting is known']).toMatchObject({ state: 'warning' })
    expect(findings['Mail can leave']).toMatchObject({ state: 'bad' })
    expect(findings['The schema is up to date']).toMatchObject({ state: 'good' })
    expect(findings['Everything that happened was worked on']).toMatchObject({
      state: 'warning',
      sentence: expect.stringMatching(/^Nordwind: 1 event since .* \(no case could be opened\)\.$/),
    })
  })

  it('reads one sentence, not a stack, when something is wrong', async () => {
    writeFileSync(join(base, 'no.backup'), 'nothing')
    const wrong: [string[], Record<string, string>, RegExp][] = [
      [['restore', join(base, 'no.backup')], {}, /is not a backup of Echolot\.\n$/],
      [['restore', join(base, 'missing.backup')], {}, /There is no file /],
      [['backup'], { ECHOLOT_DATA: join(base, 'nowhere') }, /There is no database in .* yet\./],
      [['doctor'], { ECHOLOT_PORT: 'x' }, /ECHOLOT_PORT must be/],
      [['backup'], { DATABASE_URL: 'postgres://a:b@127.0.0.1:1/c' }, /The database cannot be reached/],
      [['bakcup'], {}, /Did you mean backup\?/],
    ]
    for (const [words, environment, sentence] of wrong) {
      const reply = await echolot(words, environment)
      expect(reply.code).toBe(1)
      expect(reply.err).toMatch(sentence)
      expect(reply.err).not.toContain('    at ')
    }
  })
})

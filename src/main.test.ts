import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { freshDatabase } from '../test/harness/database.ts'
import { waitUntilGone } from './platform/process/process-facts.ts'

let base: string
let running: ChildProcess[]

type Started = { child: ChildProcess; said: Promise<string>; ended: Promise<{ code: number | null; err: string }> }

const start = (
  environment: Record<string, string> = {},
  command = [process.execPath, '--import', 'tsx', 'src/main.ts'],
): Started => {
  const env = { ...process.env, DATABASE_URL: '', ECHOLOT_PORT: '0', ECHOLOT_DATA: join(base, 'data'), ...environment }
  const [program = '', ...args] = command
  const child = spawn(program, args, { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  running.push(child)
  let err = ''
  child.stderr.on('data', text => {
    err += text
  })
  const said = new Promise<string>((resolve, reject) => {
    child.stdout.once('data', text => resolve(String(text)))
    child.once('close', () => reject(new Error(err)))
  })
  said.catch(() => undefined)
  const ended = new Promise<{ code: number | null; err: string }>(resolve =>
    child.once('close', code => resolve({ code, err })),
  )
  return { child, said, ended }
}

const addressIn = (line: string) => /http:\/\/localhost:\d+/.exec(line)?.[0] ?? ''
const databasePid = () => Number(readFileSync(join(base, 'data/postgres/postmaster.pid'), 'utf8').split('\n')[0])
const databaseLog = () => readFileSync(join(base, 'data/postgres.log'), 'utf8')

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'main-'))
  running = []
})

afterEach(async () => {
  for (const child of running) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    const ended = new Promise(resolve => child.once('exit', resolve))
    child.kill('SIGTERM')
    await ended
  }
  rmSync(base, { recursive: true, force: true })
})

describe('the server', { timeout: 120_000 }, () => {
  it('says in one line where it is and how to get in, is ready, and ends in order', async () => {
    const { child, said, ended } = start()
    const line = await said
    expect(line).toMatch(/^Echolot is ready at http:\/\/localhost:\d+\. Set it up .*\/set-up#\S+\n$/)
    expect(await (await fetch(`${addressIn(line)}/readyz`)).json()).toMatchObject({ status: 'ready', warnings: [] })
    const database = databasePid()
    child.kill('SIGTERM')
    expect(await ended).toEqual({ code: 0, err: '' })
    expect(await waitUntilGone(database, 1)).toBe(true)
  })

  it('ends in order on a Ctrl-C, which reaches the whole group', async () => {
    const { child, said, ended } = start()
    await said
    process.kill(-(child.pid ?? 0), 'SIGINT')
    expect(await ended).toEqual({ code: 0, err: '' })
    expect(databaseLog().trimEnd().split('\n').at(-1)).toContain('database system is shut down')
  })

  it('ends with its database when the npm that started it is killed', async () => {
    const npm = join(base, 'npm')
    writeFileSync(npm, `#!/bin/sh\n"${process.execPath}" --import tsx src/main.ts\nexit $?\n`)
    chmodSync(npm, 0o755)
    const { child, said } = start({ npm_lifecycle_event: 'start' }, [npm])
    const address = addressIn(await said)
    const database = databasePid()
    child.kill('SIGKILL')
    expect(await waitUntilGone(database, 30_000)).toBe(true)
    await expect(fetch(address)).rejects.toThrow()
  })

  it('does not start twice on one data folder', async () => {
    const first = start()
    await first.said
    const second = await start().ended
    expect(second.code).toBe(1)
    expect(second.err).toMatch(new RegExp(`in use by process ${first.child.pid}\\. Stop that one first`))
  })

  it('names a port that is taken, and leaves no database behind', async () => {
    const blocker = createServer()
    await new Promise<void>(resolve => blocker.listen(0, '127.0.0.1', resolve))
    const address = blocker.address()
    const port = typeof address === 'object' ? address?.port : 0
    const { code, err } = await start({ ECHOLOT_PORT: String(port) }).ended
    blocker.close()
    expect(code).toBe(1)
    expect(err).toBe(
      `Port ${port} is used by another program. Stop that one, or choose another one with ECHOLOT_PORT.\n`,
    )
    expect(databaseLog().trimEnd().split('\n').at(-1)).toContain('database system is shut down')
  })
})

describe('on a PostgreSQL of the operator', { timeout: 120_000 }, () => {
  it('the server runs without a database in its data folder', async () => {
    const { url } = await freshDatabase()
    const line = await start({ DATABASE_URL: url }).said
    expect((await fetch(`${addressIn(line)}/readyz`)).status).toBe(200)
  })

  it('that could lose acknowledged answers it does not start, unless told so, and then says it', async () => {
    const { url } = await freshDatabase()
    const unsafe = new URL(url)
    unsafe.searchParams.set('options', '-c synchronous_commit=off')
    const refused = await start({ DATABASE_URL: unsafe.href }).ended
    expect(refused).toMatchObject({
      code: 1,
      err: expect.stringMatching(/synchronous_commit is off.*ECHOLOT_UNSAFE_DATABASE=mark/),
    })
    const line = await start({ DATABASE_URL: unsafe.href, ECHOLOT_UNSAFE_DATABASE: 'mark' }).said
    const readiness = (await (await fetch(`${addressIn(line)}/readyz`)).json()) as { warnings: string[] }
    expect(readiness.warnings[0]).toContain('synchronous_commit is off')
  })

  it('whose user may not make the role of requests, the two lines for an administrator are shown', async () => {
    const name = `limited_${process.pid}`
    const admin = new pg.Client({ connectionString: inject('clusterUrl') })
    await admin.connect()
    await admin.query(`create role ${name} login password 'p'`)
    await admin.query(`create database ${name} owner ${name}`)
    const url = new URL(inject('clusterUrl'))
    url.username = name
    url.password = 'p'
    url.pathname = `/${name}`
    const { code, err } = await start({ DATABASE_URL: url.href }).ended
    await admin.query(`drop database ${name} with (force)`)
    await admin.query(`drop role ${name}`)
    await admin.end()
    expect(code).toBe(1)
    expect(err).toContain(`create role echolot_app nologin;\n  grant echolot_app to "${name}";`)
  })
})

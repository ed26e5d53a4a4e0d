import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { birthOf, isAlive, parentOf, waitUntilGone } from '../process/process-facts.ts'
import { ask, begin, end, endAll, refusal, started } from './embedded-processes.fixture.ts'

const isRoot = process.getuid?.() === 0

let made: string
let base: string

beforeAll(async () => {
  made = mkdtempSync(join(tmpdir(), 'embedded-made-'))
  await end((await started(join(made, 'data'))).child, 'SIGTERM')
})
afterAll(() => rmSync(made, { recursive: true, force: true }))

/** A folder in which the database was made before: making it takes longer than all the rest of a story. */
const madeFolder = (name = 'data') => {
  const folder = join(base, name)
  execFileSync('cp', ['-a', join(made, 'data'), folder])
  return folder
}

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'embedded-'))
  chmodSync(base, 0o755)
})

afterEach(async () => {
  await endAll()
  rmSync(base, { recursive: true, force: true })
})

describe('the embedded database', { timeout: 60_000 }, () => {
  it('keeps what was stored over an orderly stop, and leaves no process and no lock', async () => {
    const folder = madeFolder()
    const first = await started(folder)
    await ask(first.url, "create table kept (word text); insert into kept values ('ääkköset')")
    await end(first.child, 'SIGTERM')
    expect(isAlive(first.database)).toBe(false)
    expect(existsSync(join(folder, 'echolot.lock'))).toBe(false)
    const second = await started(folder)
    expect(await ask(second.url, 'select word from kept')).toEqual([{ word: 'ääkköset' }])
  })

  it('is in UTF-8, safe on power loss, closed to the network and to other users of the machine', async () => {
    const folder = join(base, 'data')
    const { url } = await started(folder, { env: { LANG: 'de_DE.UTF-8', LC_ALL: 'tr_TR.UTF-8' } })
    const shown = async (name: string) => (await ask(url, `show ${name}`))[0]?.[name]
    expect(await shown('server_encoding')).toBe('UTF8')
    expect(await shown('fsync')).toBe('on')
    expect(await shown('synchronous_commit')).toBe('on')
    expect(await shown('listen_addresses')).toBe('')
    expect(await shown('lc_messages')).toBe('C')
    expect(await ask(url, "select upper('ix äö') as upper")).toEqual([{ upper: 'IX ÄÖ' }])
    for (const part of ['.', 'postgres', 'run']) expect(statSync(join(folder, part)).mode & 0o77).toBe(0)
    expect(statSync(join(folder, 'postgres.password')).mode & 0o77).toBe(0)
    const wrong = new URL(url)
    wrong.password = 'password'
    await expect(ask(wrong.href, 'select 1')).rejects.toThrow(/password authentication failed/)
  })

  it('ends by itself when its server is killed, and starts again on whole files', async () => {
    const folder = madeFolder()
    const first = await started(folder)
    await ask(first.url, 'create table kept (n int); insert into kept values (1)')
    await end(first.child, 'SIGKILL')
    expect(await waitUntilGone(first.database, 10_000)).toBe(true)
    const second = await started(folder)
    expect(await ask(second.url, 'select n from kept')).toEqual([{ n: 1 }])
  })

  it('stops what was left behind when server and watchdog were killed together', async () => {
    const folder = madeFolder()
    const first = await started(folder)
    for (const watchdog of await childrenOf(first.server)) {
      for (const half of await childrenOf(watchdog)) if (half !== first.database) process.kill(half, 'SIGKILL')
      process.kill(watchdog, 'SIGKILL')
    }
    await end(first.child, 'SIGKILL')
    const second = await started(folder)
    expect(isAlive(first.database)).toBe(false)
    expect(isAlive(second.database)).toBe(true)
  })

  it('is started again when it is killed itself, with nothing acknowledged lost', async () => {
    const folder = madeFolder()
    const { url, database } = await started(folder)
    await ask(url, 'create table kept (n int); insert into kept values (1)')
    process.kill(database, 'SIGKILL')
    await expect.poll(() => ask(url, 'select n from kept').catch(() => null), { timeout: 15_000 }).toEqual([{ n: 1 }])
  })

  it('refuses a second start on the same folder within two seconds and names the first', async () => {
    const folder = madeFolder()
    const first = await started(folder)
    let least = Number.POSITIVE_INFINITY
    for (let tried = 0; tried < 3 && least >= 2_000; tried++) {
      const second = await begin(folder).answer
      expect(second).toMatchObject({ refused: expect.stringContaining(`in use by process ${first.server}`) })
      least = Math.min(least, 'afterMs' in second ? Number(second.afterMs) : least)
    }
    expect(least).toBeLessThan(2_000)
    expect(await ask(first.url, 'select 1 as alive')).toEqual([{ alive: 1 }])
  })

  it.each([
    ['a dead process', { pid: 2 ** 22 + 1, birth: '1', host: hostname(), boot: null }],
    [
      'a process whose number was given to another',
      { pid: process.pid, birth: 'long ago', host: hostname(), boot: null },
    ],
    [
      'another host that is silent',
      { pid: process.pid, birth: birthOf(process.pid), host: 'elsewhere', boot: 'other' },
    ],
    ['nobody, half written', 'x'],
  ])('takes over the lock of %s', async (_, lock) => {
    const folder = madeFolder()
    writeFileSync(join(folder, 'echolot.lock'), JSON.stringify(lock))
    const { url } = await started(folder)
    expect(await ask(url, 'select 1 as alive')).toEqual([{ alive: 1 }])
  })

  it('is not fooled by the id of another process in the notes of PostgreSQL', async () => {
    const folder = madeFolder()
    const notes = [process.pid, join(folder, 'postgres'), 1, 5432, join(folder, 'run'), '', '  1  1', 'ready   ', '']
    writeFileSync(join(folder, 'postgres', 'postmaster.pid'), notes.join('\n'), { mode: 0o600 })
    const second = await started(folder)
    expect(await ask(second.url, 'select 1 as alive')).toEqual([{ alive: 1 }])
  })

  it('recovers from a first start that was killed at any moment', async () => {
    const folder = join(base, 'data')
    for (const wait of [300, 500, 700, 900]) {
      const { child, answer } = begin(folder)
      answer.catch(() => undefined)
      await new Promise(resolve => setTimeout(resolve, wait))
      await end(child, 'SIGKILL')
    }
    const { url } = await started(folder)
    expect(await ask(url, 'select 1 as alive')).toEqual([{ alive: 1 }])
    expect(readdirSync(folder).filter(name => name.includes('half-made'))).toEqual([])
  })

  it('takes a folder whose path is too long for a socket', async () => {
    const { url, child } = await started(madeFolder('long'.repeat(30)))
    expect(await ask(url, 'select 1 as alive')).toEqual([{ alive: 1 }])
    const socketFolder = new URL(url).searchParams.get('host') ?? ''
    await end(child, 'SIGTERM')
    expect(existsSync(socketFolder)).toBe(false)
  })

  it('refuses files of a newer PostgreSQL and says what to do', async () => {
    const folder = madeFolder()
    writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '19\n')
    expect(await refusal(folder)).toMatch(
      /made by PostgreSQL 19, but this Echolot brings PostgreSQL 18\. Start the newer/,
    )
  })

  describe.runIf(isRoot)('started by root', () => {
    it('works in a folder that only root may enter, and owns nothing to others', async () => {
      const closed = join(base, 'root')
      mkdirSync(closed, { mode: 0o700 })
      const { url } = await started(join(closed, 'data'))
      expect(await ask(url, 'select 1 as alive')).toEqual([{ alive: 1 }])
      expect(statSync(join(closed, 'data', 'postgres')).uid).toBe(0)
    })

    it('runs as the owner of a folder that belongs to somebody else', async () => {
      const home = join(base, 'home')
      mkdirSync(home, { mode: 0o700 })
      chownSync(home, 65_534, 65_534)
      const { url, database } = await started(join(home, 'data'))
      expect(await ask(url, 'select 1 as alive')).toEqual([{ alive: 1 }])
      expect(statSync(`/proc/${database}`).uid).toBe(65_534)
    })

    it('hands an empty folder to an ordinary user where namespaces are forbidden', async () => {
      const folder = join(base, 'data')
      const commands = join(base, 'bin')
      mkdirSync(commands)
      for (const name of ['sh', 'test']) symlinkSync(`/usr/bin/${name}`, join(commands, name))
      const { url, database } = await started(folder, { env: { PATH: commands } })
      expect(await ask(url, 'select 1 as alive')).toEqual([{ alive: 1 }])
      expect(statSync(`/proc/${database}`).uid).toBe(statSync(folder).uid)
      expect(statSync(folder).uid).not.toBe(0)
    })

    it('refuses a folder below one that its owner may not enter', async () => {
      const closed = join(base, 'root')
      const folder = join(closed, 'data')
      mkdirSync(folder, { recursive: true })
      chmodSync(closed, 0o700)
      chownSync(folder, 65_534, 65_534)
      expect(await refusal(folder)).toMatch(/may not enter it because a folder above is closed\. Start Echolot as/)
    })

    it('refuses to an ordinary user the folder of another one', async () => {
      const folder = join(base, 'data')
      mkdirSync(folder)
      expect(await refusal(folder, { uid: 65_534 })).toMatch(
        /belongs to root, but Echolot runs as nobody\. Start it as/,
      )
    })

    it('works for an ordinary user', async () => {
      const home = join(base, 'home')
      mkdirSync(home)
      chownSync(home, 65_534, 65_534)
      const { url } = await started(join(home, 'data'), { uid: 65_534 })
      expect(await ask(url, 'select 1 as alive')).toEqual([{ alive: 1 }])
    })
  })
})

const childrenOf = async (pid: number): Promise<number[]> => {
  const stats = readdirSync('/proc').filter(name => /^\d+$/.test(name))
  return stats.map(Number).filter(id => parentOf(id) === pid)
}

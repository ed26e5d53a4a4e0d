// C9: the clock of a real server jumps (libfaketime); nothing leaves early, sending holds until the clock stood firm, sessions end.

import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { migratedDatabase } from '../../scripts/gen/scratch-database.ts'
import { queuedWave } from '../../src/loop/messages/sending.fixture.ts'
import { Database } from '../../src/platform/database/index.ts'
import { company, cookieOf } from '../contract/two-companies.ts'
import { mailServer } from '../harness/mail-server.ts'
import { startServer } from '../harness/server-process.ts'
import { freePort, waitFor } from '../harness/started-product.ts'
import { counts } from './sender-kills.ts'

export const guarantee = 'C9'
export const promise =
  'A server whose clock jumps by an hour, a day or a year sends nothing early, holds until the clock stood firm for a minute, and its sessions end all the same.'
export const small = { lookMs: 3000 }
export const long = { lookMs: 15_000 }

const HOUR_S = 3600
const DAY_S = 24 * HOUR_S
const JUMPS_S = [HOUR_S, -HOUR_S, DAY_S, -DAY_S, 365 * DAY_S, -365 * DAY_S]
const FIRM_MS = 60_000

/** Each jump there and back; then one that lasts. */
export async function run({ lookMs }: { lookMs: number }) {
  const name = 'jumps of the clock of a server'
  const library = libraryOfTime()
  if (!library)
    return { name, runs: 0, failures: 0, seed: 0, detail: 'skipped: libfaketime is not installed (faketime)' }
  const house = await startHouse(library)
  try {
    const wrong = await house.jumpsThereAndBack(lookMs)
    wrong.push(...(await house.sessionEnds()), ...(await house.holdsThenSends()))
    const detail =
      wrong.join('; ') ||
      'nothing left within a minute of a jump, what was due by the new clock left after it; a session ended'
    return { name, runs: JUMPS_S.length + 2, failures: wrong.length, seed: 0, detail }
  } finally {
    await house.stop()
  }
}

/** Where libfaketime is; ECHOLOT_FAKETIME names it elsewhere. */
function libraryOfTime(): string | null {
  const named = process.env.ECHOLOT_FAKETIME
  if (named) return named
  const folders = ['/usr/lib/x86_64-linux-gnu/faketime', '/usr/lib/aarch64-linux-gnu/faketime', '/usr/lib/faketime']
  return folders.map(folder => join(folder, 'libfaketimeMT.so.1')).find(path => existsSync(path)) ?? null
}

/** A zone in which it is late morning: no quiet hours, whenever this runs. */
const dayZone = () => {
  const ahead = 11 - new Date().getUTCHours()
  return `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`
}

async function startHouse(library: string) {
  const folder = mkdtempSync(join(tmpdir(), 'jumped-'))
  const scratch = await migratedDatabase()
  const database = new Database(scratch.url, { connections: 2 })
  const mails = await mailServer()
  const shift = join(folder, 'shift')
  const jump = (seconds: number) => writeFileSync(shift, `${seconds < 0 ? '' : '+'}${seconds}\n`)
  jump(0)
  const own = await company(database, 'Nordwind')
  await database.pool.query(`update workspaces set sender_address = 'ask@nordwind.example', imprint = 'x'`)
  const timeZone = dayZone()
  const queue = (email: string, at: Date) => queuedWave(database, own.scope, [{ email, timeZone }], at)
  const server = await startServer(
    {
      ...{
        LD_PRELOAD: library,
        FAKETIME_TIMESTAMP_FILE: shift,
        FAKETIME_NO_CACHE: '1',
        FAKETIME_DONT_FAKE_MONOTONIC: '1',
      },
      ...{ DATABASE_URL: scratch.url, ECHOLOT_SMTP_URL: mails.url },
    },
    await freePort(),
  )
  await queue('now@example.com', new Date())
  await waitFor(() => (mails.accepted.length === 1 ? true : null), server.said)
  await queue('later@example.com', new Date(Date.now() + (HOUR_S / 2) * 1000))
  const waits = async () => mails.accepted.length === 1 && (await counts(database)).queued === 1
  return {
    /** Wherever the clock jumps, for as long as it is not believed nothing is due, late or too late. */
    jumpsThereAndBack: async (lookMs: number) => {
      const wrong: string[] = []
      for (const seconds of JUMPS_S) {
        for (const to of [seconds, 0]) {
          jump(to)
          await setTimeout(lookMs)
          if (!(await waits())) wrong.push(`a mail left or ended after a jump to ${to} s`)
        }
      }
      return wrong
    },
    sessionEnds: async () => {
      const cookie = `${await cookieOf(database, own, 'owner')}`
      const status = async () => (await fetch(`${server.origin}/api/v1/session`, { headers: { cookie } })).status
      const before = await status()
      jump(2 * DAY_S)
      const after = await status()
      jump(0)
      return before === 200 && after === 401
        ? []
        : [`a session of a day answered ${before}, and ${after} two days later`]
    },
    /** A clock that stays is believed in the end. */
    holdsThenSends: async () => {
      jump(HOUR_S)
      const since = performance.now()
      await waitFor(() => (mails.accepted.length > 1 || performance.now() - since > FIRM_MS - 10_000 ? true : null))
      await setTimeout(9000)
      const early = mails.accepted.length > 1
      await waitFor(() => (mails.accepted.length > 1 ? true : null), server.said)
      return early ? [`a mail left ${Math.round((performance.now() - since) / 1000)} s after a jump`] : []
    },
    stop: async () => {
      await server.kill('SIGTERM')
      await mails.stop()
      await database.close()
      await scratch.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

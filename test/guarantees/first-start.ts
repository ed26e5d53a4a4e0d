// C4: kills during the making of the database, the migrations and the shutdown; afterwards the next start serves a whole schema.

import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packageRoot } from '../../src/platform/package-root.ts'
import { startServer } from '../harness/server-process.ts'
import { numbersFrom } from './_seeded.ts'

export const guarantee = 'C4'
export const promise =
  'A first start or a shutdown that is killed at any moment leaves a folder that the next start serves from'
export const small = { rounds: 3, kills: 3 }
export const long = { rounds: 25, kills: 4 }

type Options = { rounds: number; kills: number; seed?: number }

const port = 47_481
const longestStartMs = 2_500
const longestStopMs = 200

/** Each round: a new folder, some first starts that are killed, one that has to succeed and is killed while it stops, one more start. */
export async function run({ rounds, kills, seed = 20_261_121 }: Options) {
  const random = numbersFrom(seed)
  const reasons: string[] = []
  for (let round = 0; round < rounds; round++) {
    const folder = await mkdtemp(join(tmpdir(), 'echolot-first-start-'))
    try {
      for (let kill = 0; kill < kills; kill++) await killedStart(folder, random() * longestStartMs)
      await killedStop(folder, random() * longestStopMs)
      await servesFrom(folder)
    } catch (error) {
      reasons.push((error as Error).message)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
  const runs = rounds * (kills + 1)
  const detail = reasons[0] ?? `${rounds} folders, each served in the end`
  return { name: 'folders that a later start could not serve from', runs, failures: reasons.length, seed, detail }
}

const environment = (folder: string) => ({ ECHOLOT_DATA: folder, DATABASE_URL: '' })

async function killedStart(folder: string, afterMs: number): Promise<void> {
  const built = join(packageRoot, 'dist/main.js')
  const program = existsSync(built) ? [built] : ['--import', 'tsx', join(packageRoot, 'src/main.ts')]
  const env = { ...process.env, ...environment(folder), ECHOLOT_PORT: '0', ECHOLOT_LOG_LEVEL: 'silent' }
  const child = spawn(process.execPath, program, { cwd: packageRoot, env, stdio: 'ignore' })
  const gone = new Promise(resolve => child.once('exit', resolve))
  await new Promise(resolve => setTimeout(resolve, afterMs))
  child.kill('SIGKILL')
  await gone
}

async function killedStop(folder: string, afterMs: number): Promise<void> {
  const server = await startServer(environment(folder), port)
  server.kill('SIGTERM')
  await new Promise(resolve => setTimeout(resolve, afterMs))
  await server.kill('SIGKILL')
}

async function servesFrom(folder: string): Promise<void> {
  const server = await startServer(environment(folder), port)
  const reply = await fetch(`${server.origin}/readyz`)
  const said = await reply.text()
  await server.kill('SIGTERM')
  if (reply.status !== 200) throw new Error(`not ready after kills: ${said}`)
}

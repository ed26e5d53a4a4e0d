import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import pg from 'pg'
import { bundled } from '../../../test/harness/bundled.ts'

type Answer =
  | { url: string; database: number; server: number; refused?: undefined }
  | { refused: string; afterMs: number }
type Options = { env?: NodeJS.ProcessEnv; uid?: number }

const program = await bundled(join(import.meta.dirname, 'embedded.fixture.ts'))
const children: ChildProcess[] = []

/** A server of a folder, in a process of its own, and its first word. */
export const begin = (folder: string, { env = {}, uid }: Options = {}) => {
  const child = spawn(process.execPath, [program, folder], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  })
  children.push(child)
  const answer = new Promise<Answer>((resolve, reject) => {
    child.stdout?.once('data', text => resolve(JSON.parse(String(text))))
    child.once('exit', code => reject(new Error(`ended with ${code} without a word`)))
  })
  return { child, answer }
}

/** One that serves. */
export const started = async (folder: string, options?: Options) => {
  const { child, answer } = begin(folder, options)
  const said = await answer
  if (said.refused !== undefined) throw new Error(said.refused)
  return { child, ...said }
}

/** Why one does not serve. */
export const refusal = async (folder: string, options?: Options) => {
  const said = await begin(folder, options).answer
  return said.refused ?? 'not refused'
}

export const end = async (child: ChildProcess, signal: NodeJS.Signals) => {
  // One that ended by itself (it met what the one before had left) tells nobody any more.
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise(resolve => child.once('exit', resolve))
  child.kill(signal)
  await gone
}

export const ask = async (url: string, sql: string) => {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

/** Ends what a story left running. */
export const endAll = async () => {
  for (const child of children.splice(0)) await end(child, 'SIGTERM')
}

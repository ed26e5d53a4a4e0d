import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../src/platform/package-root.ts'

/** The product as a process of its own, as `npm start` runs it. */
export type ServerProcess = {
  origin: string
  pid: number
  exited: Promise<void>
  /** The last of what it printed. */
  said: () => string
  kill: (signal: 'SIGKILL' | 'SIGTERM') => Promise<void>
}

export const SECRET = 'k3T9vLq2mXw7Zr5BnYc8HsJd4GfPaE6u'

/** Starts the product and waits until it is ready; `environment` says where its data are. */
export async function startServer(
  environment: Record<string, string>,
  port: number,
  args: string[] = [],
): Promise<ServerProcess> {
  const built = join(packageRoot, 'dist/main.js')
  const program = existsSync(built) ? [built] : ['--import', 'tsx', join(packageRoot, 'src/main.ts')]
  const { DATABASE_URL: _, ...rest } = process.env
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...program, ...args], {
    cwd: packageRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...rest, ECHOLOT_SECRET: SECRET, ECHOLOT_PORT: String(port), ECHOLOT_LOG_LEVEL: 'error', ...environment },
  })
  const exited = new Promise<void>(resolve => child.once('exit', () => resolve()))
  const said = listenTo(child)
  await ready(said, exited)
  return {
    origin: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    exited,
    said,
    kill: signal => {
      child.kill(signal)
      return exited
    },
  }
}

function listenTo(child: ChildProcess): () => string {
  let said = ''
  const listen = (chunk: Buffer) => {
    said = (said + String(chunk)).slice(-4000)
  }
  child.stdout?.on('data', listen)
  child.stderr?.on('data', listen)
  return () => said
}

async function ready(said: () => string, exited: Promise<void>): Promise<void> {
  let ended = false
  exited.then(() => {
    ended = true
  })
  while (!/Echolot is ready.*\n/.test(said())) {
    if (ended) throw new Error(`The server ended before it was ready: ${said()}`)
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}

import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packageRoot } from '../../src/platform/package-root.ts'

/** A port that nobody listens on. */
export const freePort = (): Promise<number> =>
  new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

export type Product = {
  url: string
  link: string
  output: () => string
  child: ChildProcess
  folder: string
  stop: () => Promise<void>
}

/** Starts the built product as a newcomer would, on a folder of its own, and waits for the line with the link. */
export async function startProduct(
  options: { env?: Record<string, string>; args?: string[]; folder?: string } = {},
): Promise<Product> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'echolot-product-')))
  const port = await freePort()
  const { DATABASE_URL: _external, ...inherited } = process.env
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'dist/main.js', ...(options.args ?? [])],
    {
      cwd: packageRoot,
      env: { ...inherited, ECHOLOT_PORT: String(port), ECHOLOT_DATA: folder, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let output = ''
  child.stdout?.on('data', chunk => (output += chunk))
  child.stderr?.on('data', chunk => (output += chunk))
  const url = `http://localhost:${port}`
  const link = await waitFor(
    () => /https?:\/\/\S+\/(set-up|sign-in)#\S+/.exec(output)?.[0] ?? null,
    () => output,
  )
  return {
    url,
    link,
    output: () => output,
    child,
    folder,
    stop: async () => {
      if (child.exitCode === null) {
        const ended = new Promise(resolve => child.once('exit', resolve))
        child.kill('SIGTERM')
        await ended
      }
      if (!options.folder) await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Asks until there is an answer; gives up after a minute with what the program said. */
export async function waitFor<T>(ask: () => T | null | Promise<T | null>, said: () => string = () => ''): Promise<T> {
  for (const until = Date.now() + 60_000; Date.now() < until; ) {
    const answer = await ask()
    if (answer !== null) return answer
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  throw new Error(`waited a minute in vain\n${said()}`)
}

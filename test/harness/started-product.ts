import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer } from './server-process.ts'

/** A port that nobody listens on. */
export const freePort = (): Promise<number> =>
  new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

export type Product = { url: string; link: string; output: () => string; stop: () => Promise<void> }

/** Starts the built product as a newcomer would, on a folder of its own; `link` is the way in that it printed. */
export async function startProduct(args: string[] = []): Promise<Product> {
  const folder = await mkdtemp(join(tmpdir(), 'echolot-product-'))
  const port = await freePort()
  const server = await startServer({ ECHOLOT_DATA: folder }, port, args)
  return {
    url: `http://localhost:${port}`,
    link: /https?:\/\/\S+\/(set-up|sign-in)#\S+/.exec(server.said())?.[0] ?? '',
    output: server.said,
    stop: async () => {
      await server.kill('SIGTERM')
      await rm(folder, { recursive: true, force: true })
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

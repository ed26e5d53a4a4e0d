// A throw-away PostgreSQL of the system, for the second pass of the storage suite: DATABASE_URL, else Debian's binaries.
import { spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const HOME = '/usr/lib/postgresql'

function binaries() {
  if (!existsSync(HOME)) return null
  const versions = readdirSync(HOME)
    .map(Number)
    .filter(version => version >= 15)
    .sort((a, b) => a - b)
  const folder = versions.length > 0 ? join(HOME, String(versions[0]), 'bin') : null
  return folder && existsSync(join(folder, 'initdb')) ? folder : null
}

function unprivileged() {
  if (process.getuid?.() !== 0) return {}
  const id = flag => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout)
  return { uid: id('-u'), gid: id('-g') }
}

const freePort = () =>
  new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

/** `{ url, stop }`, or null where the machine has no PostgreSQL of its own. */
export async function externalPostgres() {
  if (process.env.DATABASE_URL) return { url: process.env.DATABASE_URL, stop: () => undefined }
  const bin = binaries()
  if (!bin) return null
  const who = unprivileged()
  const folder = mkdtempSync(join(tmpdir(), 'echolot-external-'))
  if (who.uid !== undefined) chownSync(folder, who.uid, who.gid)
  const cluster = join(folder, 'cluster')
  spawnSync(join(bin, 'initdb'), ['-D', cluster, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8'], {
    ...who,
    cwd: '/',
    stdio: 'ignore',
  })
  const port = await freePort()
  const server = spawn(join(bin, 'postgres'), ['-D', cluster, '-p', String(port), '-k', folder, '-h', '127.0.0.1'], {
    ...who,
    cwd: '/',
    stdio: 'ignore',
  })
  for (let tries = 0; tries < 100; tries += 1) {
    if (spawnSync(join(bin, 'pg_isready'), ['-h', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' }).status === 0)
      break
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    stop: () => {
      server.kill('SIGINT')
      return new Promise(resolve =>
        server.once('exit', () => resolve(rmSync(folder, { recursive: true, force: true }))),
      )
    },
  }
}

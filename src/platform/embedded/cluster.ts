import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { handOver, type Identity } from './identity.ts'
import { EmbeddedProblem } from './problem.ts'
import { startWatched } from './watchdog.ts'

/** The one who may do everything in the embedded database, and the name of that database. */
export const superuser = 'echolot'

/** The files of the database inside the data folder. */
export const clusterFolder = (folder: string) => join(folder, 'postgres')

/** What the database says is kept beside it, for the operator. */
export const sayingsFile = (folder: string) => join(folder, 'postgres.log')

/** The password of the embedded database, or null before the first start. */
export const readPassword = (folder: string): string | null => {
  const path = passwordFile(folder)
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : null
}

/** Makes the files of the database where there are none, and refuses those that this PostgreSQL cannot read. */
export const prepareCluster = async (folder: string, binaries: Binaries, identity: Identity): Promise<void> => {
  for (const name of readdirSync(folder)) {
    if (name.startsWith(halfMade)) rmSync(join(folder, name), { recursive: true, force: true })
  }
  if (existsSync(clusterFolder(folder))) return mustFit(folder, binaries)
  await makeCluster(folder, binaries, identity)
}

/** The environment of every PostgreSQL program: no locale and no connection settings of the person who starts us. */
export const plainEnvironment = (binaries: Binaries): NodeJS.ProcessEnv => {
  const kept = Object.entries(process.env).filter(([name]) => ['PATH', 'TMPDIR', 'TZDIR'].includes(name))
  const library = binaries.libraryPath
  const loader = library === null ? {} : { LD_LIBRARY_PATH: library, DYLD_LIBRARY_PATH: library }
  return { ...Object.fromEntries(kept), LC_ALL: 'C', LANG: 'C', TZ: 'UTC', ...loader }
}

const halfMade = 'postgres.half-made-'

const passwordFile = (folder: string) => join(folder, 'postgres.password')

const mustFit = (folder: string, binaries: Binaries) => {
  const versionFile = join(clusterFolder(folder), 'PG_VERSION')
  const major = existsSync(versionFile) ? Number.parseInt(readFileSync(versionFile, 'utf8'), 10) : 0
  if (major === binaries.major && readPassword(folder) !== null) return
  if (major === 0 || major === binaries.major) {
    throw new EmbeddedProblem(
      `The database in ${clusterFolder(folder)} is not whole (its version or password file is missing). Restore a backup into an empty folder, or choose another one with ECHOLOT_DATA.`,
    )
  }
  const remedy =
    major > binaries.major
      ? 'Start the newer Echolot that made it'
      : 'Make a backup with the older Echolot and restore it into an empty folder'
  throw new EmbeddedProblem(
    `The database in ${clusterFolder(folder)} was made by PostgreSQL ${major}, but this Echolot brings PostgreSQL ${binaries.major}. ${remedy}, or choose another folder with ECHOLOT_DATA.`,
  )
}

/** Into a folder of another name first: a start that is killed half-way leaves nothing that looks finished. */
const makeCluster = async (folder: string, binaries: Binaries, identity: Identity) => {
  const half = join(folder, `${halfMade}${process.pid}`)
  const password = randomBytes(24).toString('base64url')
  const sayings = sayingsFile(folder)
  writeFileSync(passwordFile(folder), `${password}\n`, { mode: 0o600 })
  handOver(passwordFile(folder), identity)
  const command = [join(binaries.folder, 'bin', 'initdb'), '-D', half, '-U', superuser, ...initOptions(folder)]
  const code = await startWatched(identity, command, plainEnvironment(binaries), sayings).ended
  if (code !== 0) throw new EmbeddedProblem(`The database cannot be made in ${folder}: ${lastSaying(folder)}`)
  renameSync(half, clusterFolder(folder))
}

// The built-in provider knows all of Unicode and asks no locale of the system.
const initOptions = (folder: string) => [
  `--pwfile=${passwordFile(folder)}`,
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--no-instructions',
]

/** The last complaint of the database, for a sentence to a person. */
export const lastSaying = (folder: string): string => {
  const lines = readFileSync(sayingsFile(folder), 'utf8').trimEnd().split('\n').slice(-30)
  const complaint = lines.findLast(line => /FATAL|PANIC|error|cannot|could not/i.test(line)) ?? lines.at(-1) ?? ''
  return `${complaint.replace(/^.*?(FATAL|PANIC|error):\s*/i, '').replace(/\.$/, '')} (see ${sayingsFile(folder)}).`
}

import { type SpawnOptions, spawnSync } from 'node:child_process'
import { chownSync, lchownSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { makeDataFolder } from '../process/data-folder.ts'
import { EmbeddedProblem, useOwnServer } from './problem.ts'

/**
 * As whom the database runs. PostgreSQL refuses to be root, so under root it runs as the owner of the data folder; where
 * that is root as well, in a user namespace in which root carries an ordinary name.
 */
export type Identity = { uid: number; gid: number; prefix: string[]; spawn: Pick<SpawnOptions, 'uid' | 'gid'> }

/** Makes the data folder where it is missing and decides who runs the database in it. */
export const identityFor = (folder: string): Identity => {
  makeFolder(folder)
  const me = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 }
  if (me.uid !== 0) return asMyself(folder, me)
  const owner = statSync(folder)
  const identity = asOwner(owner.uid, owner.gid) ?? (isOurs(folder) ? asSomebody(folder) : null)
  if (identity === null) {
    throw new EmbeddedProblem(
      `PostgreSQL refuses to run as root, and here neither a user namespace nor an ordinary user is available. Start Echolot as an ordinary user. ${useOwnServer}`,
    )
  }
  mustEnter(identity, folder)
  return identity
}

/** Gives a file or a folder to the one who runs the database, which only root has to do. */
export const handOver = (path: string, identity: Identity) => {
  if (process.getuid?.() === 0) giveTo(path, identity)
}

/** Runs a short command as this identity and says whether it succeeded. */
export const runAs = (identity: Identity, command: string, args: string[], env: NodeJS.ProcessEnv = process.env) => {
  const [first = command, ...rest] = [...identity.prefix, command, ...args]
  return spawnSync(first, rest, { ...identity.spawn, cwd: '/', env, encoding: 'utf8', timeout: 60_000 })
}

const makeFolder = (folder: string) => {
  try {
    makeDataFolder(folder)
  } catch (error) {
    throw new EmbeddedProblem(
      `The data folder ${folder} cannot be made: ${(error as Error).message}. Choose another one with ECHOLOT_DATA.`,
      error,
    )
  }
}

const asMyself = (folder: string, me: { uid: number; gid: number }): Identity => {
  const owner = statSync(folder).uid
  if (owner !== me.uid) {
    throw new EmbeddedProblem(
      `The data folder ${folder} belongs to ${nameOf(owner)}, but Echolot runs as ${nameOf(me.uid)}. Start it as ${nameOf(owner)}, or choose another folder with ECHOLOT_DATA.`,
    )
  }
  // initdb looks its user up by name; a number without a name gets one inside a namespace.
  const prefix = users().has(me.uid) ? [] : namespaceFor({})
  if (prefix === null) {
    throw new EmbeddedProblem(
      `The user number ${me.uid} has no name in /etc/passwd, which PostgreSQL needs. Add one, or start Echolot as a named user. ${useOwnServer}`,
    )
  }
  return { ...me, prefix, spawn: {} }
}

const asOwner = (uid: number, gid: number): Identity | null => {
  const spawn = uid === 0 ? {} : { uid, gid }
  if (uid !== 0 && users().has(uid)) return { uid, gid, prefix: [], spawn }
  const prefix = namespaceFor(spawn)
  return prefix === null ? null : { uid, gid, prefix, spawn }
}

/** Where namespaces are forbidden, as in many containers, the folder goes to an ordinary user of the system. */
const asSomebody = (folder: string): Identity | null => {
  const byName = new Map([...users()].map(([uid, user]) => [user.name, { uid, gid: user.gid }]))
  for (const name of ['echolot', 'postgres', 'node', 'nobody']) {
    const user = byName.get(name)
    if (user === undefined) continue
    giveTo(folder, user)
    return { ...user, prefix: [], spawn: user }
  }
  return null
}

/** Only a folder that is empty or that Echolot made may change hands. */
const isOurs = (folder: string): boolean => {
  const names = readdirSync(folder)
  return names.length === 0 || names.includes('postgres') || names.includes('echolot.lock')
}

/** The words before a command that give it an ordinary name, or null where the system forbids this. */
const namespaceFor = (spawn: Identity['spawn']): string[] | null => {
  const ordinary = [...users()].filter(([uid]) => uid !== 0)
  const [uid, user] = ordinary.find(([, found]) => found.name === 'nobody') ?? ordinary[0] ?? []
  if (uid === undefined || user === undefined) return null
  const prefix = ['unshare', '--user', `--map-user=${uid}`, `--map-group=${user.gid}`]
  const [command = '', ...args] = [...prefix, 'true']
  return spawnSync(command, args, { ...spawn, cwd: '/', stdio: 'ignore' }).status === 0 ? prefix : null
}

const mustEnter = (identity: Identity, folder: string) => {
  if (runAs(identity, 'test', ['-w', folder]).status === 0) return
  throw new EmbeddedProblem(
    `PostgreSQL refuses to run as root, and ${nameOf(identity.uid)}, to whom the data folder ${folder} belongs, may not enter it because a folder above is closed. Start Echolot as the owner of that folder, or choose another one with ECHOLOT_DATA.`,
  )
}

const giveTo = (path: string, owner: { uid: number; gid: number }) => {
  const found = lstatSync(path)
  if (found.isDirectory()) for (const name of readdirSync(path)) giveTo(join(path, name), owner)
  if (found.uid === owner.uid && found.gid === owner.gid) return
  if (found.isSymbolicLink()) lchownSync(path, owner.uid, owner.gid)
  else chownSync(path, owner.uid, owner.gid)
}

const users = (): Map<number, { name: string; gid: number }> => {
  try {
    const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
    const fields = lines.filter(line => !line.startsWith('#')).map(line => line.split(':'))
    const named = fields.filter(field => field.length >= 4)
    return new Map(named.map(([name = '', , uid, gid]) => [Number(uid) >>> 0, { name, gid: Number(gid) >>> 0 }]))
  } catch {
    return new Map()
  }
}

const nameOf = (uid: number): string => users().get(uid)?.name ?? `user ${uid}`

import { chownSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

const isRoot = () => process.getuid?.() === 0

/** Makes the data folder where it is missing, closed to others; made by root it belongs to the owner of the folder above. */
export const makeDataFolder = (folder: string): void => {
  const first = mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (first === undefined || !isRoot()) return
  const owner = statSync(dirname(first))
  for (let made = folder; made.length >= first.length; made = dirname(made)) chownSync(made, owner.uid, owner.gid)
}

/** Writes a file that only the owner of its folder may read; fails with EEXIST where there is one. */
export const writePrivateFile = (path: string, text: string): void => {
  writeFileSync(path, text, { mode: 0o600, flag: 'wx' })
  if (!isRoot()) return
  const owner = statSync(dirname(path))
  chownSync(path, owner.uid, owner.gid)
}

import { randomBytes } from 'node:crypto'
import { readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { makeDataFolder, writePrivateFile } from '../process/data-folder.ts'

/** The secret kept in the data folder; made at the first call. */
export const keptSecret = (folder: string): string => {
  const path = join(folder, 'secret')
  makeDataFolder(folder)
  try {
    writePrivateFile(path, `${randomBytes(32).toString('base64url')}\n`)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const secret = readFileSync(path, 'utf8').trim()
  if (secret.length >= 32) return secret
  throw new Error(`${path} holds fewer than 32 characters. Restore it from a backup, or set ECHOLOT_SECRET.`)
}

/** Puts the secret of a backup in the place of one that nothing depends on yet. */
export const replaceSecret = (folder: string, secret: string): void => {
  const path = join(folder, 'secret')
  rmSync(`${path}.new`, { force: true })
  writePrivateFile(`${path}.new`, `${secret}\n`)
  renameSync(`${path}.new`, path)
}

/** Whether somebody copied a sample instead of making a secret. */
export const isPlaceholder = (value: string): boolean =>
  /change.?me|placeholder|example|secret|password|your.|insert|lorem|0123456789|abcdefgh/i.test(value) ||
  new Set(value).size < 10

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { createLog } from '../platform/log.ts'
import { readSettings, type Settings } from '../platform/settings.ts'
import { borrowStorage, type Storage, withClient } from '../platform/storage.ts'
import { CommandProblem } from './command.ts'

/** What a command works with: the settings and the database, of the running server or brought up for the moment. */
export type Borrowed = { settings: Settings; storage: Storage; client: pg.Client }

/** The option of every command that can work on the demo. */
export const demoOption = { flags: '--demo', summary: 'work on the data folder of the demo' }

/** Runs `work` on the database that the settings name; it has to exist already. */
export const onDatabase = async <T>(
  typed: { demo?: unknown },
  work: (borrowed: Borrowed) => Promise<T>,
): Promise<T> => {
  const settings = readSettings(process.env, { demo: typed.demo === true })
  if (settings.databaseUrl === null && !existsSync(join(settings.dataFolder, 'postgres'))) {
    throw new CommandProblem(
      `There is no database in ${settings.dataFolder} yet. Start Echolot once, or correct ECHOLOT_DATA.`,
    )
  }
  return withStorage(settings, work)
}

/** Runs `work` on the database that the settings name, which is made where it is missing. */
export const withStorage = async <T>(settings: Settings, work: (borrowed: Borrowed) => Promise<T>): Promise<T> => {
  const storage = await borrowStorage(settings, createLog('error'))
  try {
    return await withClient(storage.url, client => work({ settings, storage, client }))
  } finally {
    await storage.close()
  }
}

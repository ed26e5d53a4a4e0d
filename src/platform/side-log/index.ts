import { join } from 'node:path'
import type pg from 'pg'
import { purposeKey } from '../secrets/purpose-key.ts'
import type { Settings } from '../settings.ts'
import type { SideLog } from './entry.ts'
import { openFileLog } from './file-log.ts'
import { openTableLog } from './table-log.ts'

export type { Numbered, SideEntry, SideLog } from './entry.ts'

/** The name of the log in the data folder. */
export const SIDE_LOG_FILE = 'ledger.log'

/** The log beside the database: a file in the data folder, or a table in a schema of its own with DATABASE_URL. */
export const openSideLog = (
  settings: Pick<Settings, 'databaseUrl' | 'dataFolder' | 'secret'>,
  pool: pg.Pool,
): Promise<SideLog> =>
  settings.databaseUrl === null
    ? openFileLog(join(settings.dataFolder, SIDE_LOG_FILE), purposeKey(settings.secret, 'side_log'))
    : openTableLog(pool)

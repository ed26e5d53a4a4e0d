import type { Clock } from './clock.ts'
import type { Database } from './database/index.ts'
import type { Logger } from './log.ts'
import type { Settings } from './settings.ts'
import type { SideLog } from './side-log/index.ts'

/** What every room gets from main: the database, the settings, the log and the time. */
export type Tools = {
  database: Database
  settings: Settings
  log: Logger
  clock: Clock
  /** Whether the clock may be trusted just now (`watchClock`); absent where a test sets it. */
  steady?: () => boolean
  /** The log beside the database; absent where a test does without. */
  sideLog?: SideLog
}

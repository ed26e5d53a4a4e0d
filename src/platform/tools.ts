import type { Clock } from './clock.ts'
import type { Database } from './database/index.ts'
import type { Logger } from './log.ts'
import type { Settings } from './settings.ts'

/** What every room gets from main: the database, the settings, the log and the time. */
export type Tools = {
  database: Database
  settings: Settings
  log: Logger
  clock: Clock
  /** Whether the clock may be trusted just now (`watchClock`); absent where a test sets it. */
  steady?: () => boolean
}

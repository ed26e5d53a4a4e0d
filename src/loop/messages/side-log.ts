import { emptySideLogQueue, keepSideLog } from './keep-side-log.ts'
import { mindSideLog } from './mind-side-log.ts'

/** The log beside the database: looked at when the process starts, kept while it runs, brought up to date when it ends. */
export const sideLog = { mind: mindSideLog, keep: keepSideLog, empty: emptySideLogQueue }

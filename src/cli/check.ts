import type pg from 'pg'
import type { Settings } from '../platform/settings.ts'

/** What a check looks at; without a database it says so itself. */
export type Patient = {
  settings: Settings
  environment: NodeJS.ProcessEnv
  client: pg.Client | null
  trouble: string | null
}

/** What a check found: `sentence` says it, `remedy` what to do about it. */
export type Finding =
  | { state: 'good'; sentence: string }
  | { state: 'warning' | 'bad'; sentence: string; remedy: string }

/** One check of the shelf: one file. One that asks the database is left out where there is none. */
export type Check = { name: string } & (
  | { run: (patient: Patient) => Promise<Finding> }
  | { ask: (client: pg.Client) => Promise<Finding> }
)

export const good = (sentence: string): Finding => ({ state: 'good', sentence })
export const warning = (sentence: string, remedy: string): Finding => ({ state: 'warning', sentence, remedy })
export const bad = (sentence: string, remedy: string): Finding => ({ state: 'bad', sentence, remedy })

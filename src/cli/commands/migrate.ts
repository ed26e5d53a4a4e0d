import { migrate, pendingMigrations } from '../../platform/database/index.ts'
import { demoOption, onDatabase } from '../borrow.ts'
import type { Command } from '../command.ts'

export default {
  name: 'migrate',
  summary: 'Brings the database up to date; every start does this by itself.',
  options: [{ flags: '--check', summary: 'only say what is missing; exit code 1 where something is' }, demoOption],
  run: async ({ options }) =>
    onDatabase(options, async ({ client, storage }) => {
      if (options.check !== true) {
        const { applied } = await migrate(storage.url)
        console.log(applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.join(', ')}.`)
        return 0
      }
      const pending = await pendingMigrations(client)
      console.log(pending.length === 0 ? 'The database is up to date.' : `Missing: ${pending.join(', ')}.`)
      return pending.length === 0 ? 0 : 1
    }),
} satisfies Command

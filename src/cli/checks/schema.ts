import { pendingMigrations, SchemaProblem } from '../../platform/database/index.ts'
import { bad, type Check, good, warning } from '../check.ts'

export default {
  name: 'The schema is up to date',
  ask: async client => {
    try {
      const pending = await pendingMigrations(client)
      if (pending.length === 0) return good('all migrations applied')
      return warning(`Missing: ${pending.join(', ')}.`, 'Start Echolot once, or run "echolot migrate".')
    } catch (error) {
      if (error instanceof SchemaProblem)
        return bad(error.message, 'Start that version, or restore a backup of this one.')
      throw error
    }
  },
} satisfies Check

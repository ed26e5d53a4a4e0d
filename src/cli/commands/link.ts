import { linkFor, setUpLink } from '../../access/index.ts'
import { systemClock } from '../../platform/clock.ts'
import { Database } from '../../platform/database/index.ts'
import { createLog } from '../../platform/log.ts'
import { demoOption, onDatabase } from '../borrow.ts'
import { type Command, CommandProblem } from '../command.ts'

export default {
  name: 'link',
  summary: 'Prints a link that works once: to set up, or for an account to choose a new password.',
  arguments: [{ name: '[EMAIL]', summary: 'the account; left out, the link that makes the first account' }],
  options: [demoOption],
  run: async ({ words: [email], options }) =>
    onDatabase(options, async ({ settings, storage }) => {
      const database = new Database(storage.url, { connections: 2 })
      const tools = { database, settings, log: createLog('error'), clock: systemClock }
      try {
        console.log(email === undefined ? await firstLink(tools) : await passwordLink(tools, email))
        return 0
      } finally {
        await database.close()
      }
    }),
} satisfies Command

type Tools = Parameters<typeof setUpLink>[0]

const firstLink = async (tools: Tools): Promise<string> => {
  const link = await setUpLink(tools)
  if (link !== null) return link
  throw new CommandProblem('There is an account already. Name its e-mail address to get a link for a new password.')
}

const passwordLink = async (tools: Tools, email: string): Promise<string> => {
  const link = await linkFor(tools, email, 'password_reset')
  if (link !== null) return link
  throw new CommandProblem(`There is no active account with the address ${email}.`)
}

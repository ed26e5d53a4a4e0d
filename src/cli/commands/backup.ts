import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { writeBackup } from '../../platform/backup/index.ts'
import { givenSettings } from '../../platform/settings.ts'
import { demoOption, onDatabase } from '../borrow.ts'
import { type Command, CommandProblem } from '../command.ts'

export default {
  name: 'backup',
  summary: 'Writes everything into one file, while the server runs or not.',
  arguments: [{ name: '[FILE]', summary: 'the file to write; by default echolot-DATE.backup here' }],
  options: [{ flags: '--force', summary: 'replace the file where it exists' }, demoOption],
  run: async ({ words, options }) => {
    const madeAt = new Date()
    const path = resolve(words[0] ?? `echolot-${madeAt.toISOString().slice(0, 16).replace(/[T:]/g, '-')}.backup`)
    if (existsSync(path) && options.force !== true) {
      throw new CommandProblem(`${path} exists already. Choose another name, or add --force.`)
    }
    const secretIsKept = givenSettings(process.env).ECHOLOT_SECRET === undefined
    const rows = await onDatabase(options, ({ client, settings }) =>
      writeBackup(client, path, { secret: settings.secret, secretIsKept, madeAt }),
    )
    const count = Object.values(rows).reduce((sum, of) => sum + of, 0)
    console.log(`Wrote ${count} rows of ${Object.keys(rows).length} tables to ${path}.`)
    console.log('It holds personal data and the secret of this installation: keep it as safe as the database.')
    return 0
  },
} satisfies Command

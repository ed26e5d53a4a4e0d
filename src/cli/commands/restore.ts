import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type pg from 'pg'
import { isEmpty, markOf, readHeader, restoreBackup } from '../../platform/backup/index.ts'
import { migrate } from '../../platform/database/index.ts'
import { replaceSecret } from '../../platform/settings/secret.ts'
import { givenSettings, readSettings, type Settings } from '../../platform/settings.ts'
import { SIDE_LOG_FILE } from '../../platform/side-log/index.ts'
import { demoOption, withStorage } from '../borrow.ts'
import { type Command, CommandProblem } from '../command.ts'

export default {
  name: 'restore',
  summary: 'Fills an empty database from a backup; nothing is sent afterwards until an admin confirms.',
  arguments: [{ name: 'FILE', summary: 'a file written by "echolot backup"' }],
  options: [demoOption],
  run: async ({ words, options }) => {
    const path = resolve(words[0] ?? '')
    const header = await readHeader(path)
    const settings = readSettings(process.env, { demo: options.demo === true })
    const secret = secretToKeep(settings, header)
    const rows = await withStorage(settings, async ({ client, storage }) => {
      if (storage.isBorrowed) throw new CommandProblem('Stop the running server first, then restore.')
      await refuseBusy(client)
      await migrate(storage.url)
      if (!(await isEmpty(client))) {
        throw new CommandProblem(
          'The database is in use: it holds accounts or workspaces. Restore into an empty one (another ECHOLOT_DATA or DATABASE_URL).',
        )
      }
      const restored = await restoreBackup(client, path)
      await migrate(storage.url)
      return restored
    })
    if (secret !== null) replaceSecret(settings.dataFolder, secret)
    const count = Object.values(rows).reduce((sum, of) => sum + of, 0)
    console.log(`Restored ${count} rows of ${Object.keys(rows).length} tables, as they were on ${header.madeAt}.`)
    console.log(
      'Nothing is sent until an owner or admin confirms on the Settings page, under Sending: the backup does not know what was sent since.',
    )
    if (settings.databaseUrl === null && !existsSync(join(settings.dataFolder, SIDE_LOG_FILE))) {
      console.log(
        `Copy ${SIDE_LOG_FILE} of the old data folder into ${settings.dataFolder} before the start: it knows objections and erasures since the backup.`,
      )
    }
    return 0
  },
} satisfies Command

const refuseBusy = async (client: pg.Client) => {
  const { rows } = await client.query<{ busy: boolean }>(
    `select exists (select from pg_stat_activity where datname = current_database() and application_name like 'echolot%'
      and pid <> pg_backend_pid()) as busy`,
  )
  if (rows[0]?.busy) throw new CommandProblem('An Echolot runs on this database. Stop it first, then restore.')
}

/** Links and suppressions depend on the secret, so it has to be the one of the backup. */
const secretToKeep = (settings: Settings, header: { secret: string | null; secretMark: string }): string | null => {
  if (markOf(settings.secret) === header.secretMark) return null
  if (givenSettings(process.env).ECHOLOT_SECRET === undefined && header.secret !== null) return header.secret
  throw new CommandProblem(
    'The backup belongs to an installation with another secret. Set ECHOLOT_SECRET to the secret it was made with, then restore.',
  )
}

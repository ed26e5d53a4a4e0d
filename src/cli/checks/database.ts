import { bad, type Check, good } from '../check.ts'

export default {
  name: 'The database answers',
  run: async ({ client, trouble, settings }) => {
    const whose = settings.databaseUrl === null ? 'embedded' : 'your own'
    if (client === null)
      return bad(trouble ?? 'It does not answer.', 'Follow the sentence above, then run doctor again.')
    const { rows } = await client.query<{ server_version: string; size: string }>(
      `select current_setting('server_version') as server_version, pg_size_pretty(pg_database_size(current_database())) as size`,
    )
    const version = Number.parseInt(rows[0]?.server_version ?? '', 10)
    if (version < 15) return bad(`It is PostgreSQL ${version}.`, 'Upgrade it to 15 or newer.')
    return good(`PostgreSQL ${rows[0]?.server_version} (${whose}), ${rows[0]?.size}`)
  },
} satisfies Check

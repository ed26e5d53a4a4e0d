import { type Check, good, warning } from '../check.ts'

export default {
  name: 'Sending is not held',
  ask: async client => {
    const { rows } = await client.query<{ there: boolean }>(`select to_regclass('instance') is not null as there`)
    if (!rows[0]?.there) return good('nothing to send yet')
    const held = await client.query<{ reason: string | null }>(
      'select sending_held_reason as reason from instance where sending_held_at is not null',
    )
    if (held.rowCount === 0) return good('mails may leave')
    return warning(
      `Nothing is sent: ${held.rows[0]?.reason ?? 'held by an admin.'}`,
      'An owner or admin looks at what is overdue, then confirms on the Settings page, under Sending.',
    )
  },
} satisfies Check

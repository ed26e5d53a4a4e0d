import { type Check, good, warning } from '../check.ts'

type Waiting = { workspace: string; events: number; since: string; problem: string | null }

export default {
  name: 'Everything that happened was worked on',
  ask: async client => {
    const { rows: known } = await client.query<{ there: boolean }>(`select to_regclass('events') is not null as there`)
    if (!known[0]?.there) return good('nothing has happened yet')
    // After the last try an event waits for a person, without a time of its own.
    const { rows } = await client.query<Waiting>(
      `select w.name as workspace, count(*)::int as events, min(e.occurred_at)::date::text as since,
         (array_agg(e.problem order by e.event_id desc))[1] as problem
       from events e join workspaces w using (workspace_id)
       where e.delivered_at is null and e.not_before = 'infinity' group by w.workspace_id, w.name order by 2 desc`,
    )
    if (rows.length === 0) return good('no event waits after its last try')
    return warning(
      rows.map(said).join(' '),
      'Mend the cause; then an owner or admin tries again on the Settings page, under Work in the background. Nothing is lost.',
    )
  },
} satisfies Check

const said = ({ workspace, events, since, problem }: Waiting): string =>
  `${workspace}: ${events} ${events === 1 ? 'event' : 'events'} since ${since} could not be worked on${problem ? ` (${problem})` : ''}.`

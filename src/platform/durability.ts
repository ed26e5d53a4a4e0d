import type pg from 'pg'

/** Why acknowledged rows could be lost: `certain` by a setting, `on_failover` when a copy that lags behind takes over. */
export type Risk = { kind: 'certain' | 'on_failover'; sentence: string }

/** The database would lose what it acknowledged, and nobody allowed that. */
export class UnsafeDatabase extends Error {
  override readonly name = 'UnsafeDatabase'
}

/** What of this database's settings could lose acknowledged rows; empty when nothing. */
export const durabilityRisks = async (client: pg.ClientBase): Promise<Risk[]> => {
  const { rows } = await client.query<Record<'fsync' | 'pages' | 'commit', string> & { lagging: string[] | null }>(
    `select current_setting('fsync') as fsync, current_setting('full_page_writes') as pages,
      current_setting('synchronous_commit') as commit,
      (select array_agg(coalesce(application_name, '?')) from pg_stat_replication
        where sync_state = 'async' and application_name <> 'pg_basebackup') as lagging`,
  )
  const found = rows[0]
  if (found === undefined) return []
  const risks: Risk[] = []
  const certain = (sentence: string) => risks.push({ kind: 'certain', sentence })
  if (found.fsync === 'off') certain('fsync is off: a power loss destroys acknowledged answers or the whole database.')
  if (found.pages === 'off') certain('full_page_writes is off: a power loss can leave torn pages.')
  if (found.commit === 'off') certain('synchronous_commit is off: a crash loses the last acknowledged answers.')
  for (const name of found.lagging ?? []) {
    const sentence = `The standby ${name} is asynchronous: if it takes over, the last acknowledged answers are lost.`
    risks.push({ kind: 'on_failover', sentence })
  }
  return risks
}

/** Refuses a database that would certainly lose acknowledged rows, unless the operator chose to have it marked instead. */
export const refuseUnsafe = (risks: Risk[], chosen: 'refuse' | 'mark'): void => {
  const certain = risks.filter(risk => risk.kind === 'certain')
  if (certain.length === 0 || chosen === 'mark') return
  const sentences = certain.map(risk => risk.sentence).join(' ')
  throw new UnsafeDatabase(
    `${sentences} Turn it on in PostgreSQL (alter system set ${certain.map(nameOf).join(', ')} = on; select pg_reload_conf();), or set ECHOLOT_UNSAFE_DATABASE=mark to start all the same, marked on every page.`,
  )
}

const nameOf = (risk: Risk) => risk.sentence.split(' ')[0]

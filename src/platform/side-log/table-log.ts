import type pg from 'pg'
import type { Numbered, SideEntry, SideLog } from './entry.ts'

const PORTION = 1000
const MAKE = `
  create schema if not exists echolot_side_log;
  create table if not exists echolot_side_log.entries (
    number bigint generated always as identity primary key,
    workspace_id uuid not null, kind text not null, at timestamptz not null, facts jsonb not null);
  comment on table echolot_side_log.entries is 'Objections, erasures and what left, in a schema of its own that backups of Echolot leave alone.';`

/** The log as a table beside the schema that backups hold, for an operator's own PostgreSQL. */
export async function openTableLog(pool: pg.Pool): Promise<SideLog> {
  const { rows } = await pool.query<{ there: boolean }>(
    `select to_regclass('echolot_side_log.entries') is not null as there`,
  )
  if (!rows[0]?.there) await pool.query(MAKE)
  return {
    append: async entries => {
      const { rows } = await pool.query<{ number: number }>(
        `with added as (insert into echolot_side_log.entries (workspace_id, kind, at, facts)
           select * from unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::jsonb[]) returning number)
         select max(number) as number from added`,
        columns(entries),
      )
      return rows[0]?.number ?? 0
    },
    after: number => portions(pool, number),
    last: async () => {
      const { rows } = await pool.query<{ last: number }>(
        'select coalesce(max(number), 0) as last from echolot_side_log.entries',
      )
      return rows[0]?.last ?? 0
    },
    problem: null,
    close: async () => undefined,
  }
}

const columns = (entries: SideEntry[]) => [
  entries.map(entry => entry.workspaceId),
  entries.map(entry => entry.kind),
  entries.map(entry => entry.at),
  entries.map(entry => JSON.stringify(entry.facts)),
]

async function* portions(pool: pg.Pool, from: number): AsyncGenerator<Numbered[]> {
  for (let after = from; ; ) {
    const { rows } = await pool.query<Omit<Numbered, 'at'> & { at: Date }>(
      `select number, workspace_id as "workspaceId", kind, at, facts from echolot_side_log.entries
       where number > $1 order by number limit $2`,
      [after, PORTION],
    )
    if (rows.length === 0) return
    yield rows.map(row => ({ ...row, at: row.at.toISOString() }))
    after = rows.at(-1)?.number ?? after
  }
}

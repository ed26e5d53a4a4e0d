import { sql } from 'kysely'
import type { Tx } from './types.ts'

/** Writes that something happened, in the transaction of its cause; rooms wrap this with the names they know. */
export async function appendEvent(tx: Tx, name: string, subjectId: string, payload: object): Promise<void> {
  await tx
    .insertInto('events')
    .values({ name, subject_id: subjectId, payload: JSON.stringify(payload) })
    .execute()
}

/** The same for many at once. */
export async function appendEvents(
  tx: Tx,
  name: string,
  happened: readonly { subjectId: string; payload: object }[],
): Promise<void> {
  if (happened.length === 0) return
  await sql`insert into events (name, subject_id, payload) select ${name}, h.* from unnest(
    ${happened.map(one => one.subjectId)}::uuid[], ${happened.map(one => JSON.stringify(one.payload))}::jsonb[]) as h`.execute(
    tx,
  )
}

import type { Tx } from './types.ts'

/** Writes that something happened, in the transaction of its cause; rooms wrap this with the names they know. */
export async function appendEvent(tx: Tx, name: string, subjectId: string, payload: object): Promise<void> {
  await tx
    .insertInto('events')
    .values({ name, subject_id: subjectId, payload: JSON.stringify(payload) })
    .execute()
}

import type { Database, Reader, Tx } from '../../../platform/database/index.ts'

/** A consent that was asked for. */
export type NewOptIn = {
  optInId: string
  personId: string
  channel: 'email' | 'sms'
  address: string
  addressKey: Buffer
  language: string
  text: string
  textVersion: string
  formUrl: string
  ip: string | null
  requestedBy: string | null
  requestedAt: Date
  expiresAt: Date
  tokenHash: Buffer
}

export async function insertOptIn(tx: Tx, asked: NewOptIn): Promise<void> {
  await tx
    .insertInto('opt_ins')
    .values({
      opt_in_id: asked.optInId,
      person_id: asked.personId,
      channel: asked.channel,
      address: asked.address,
      address_key: asked.addressKey,
      language: asked.language,
      consent_text: asked.text,
      text_version: asked.textVersion,
      form_url: asked.formUrl,
      requested_ip: asked.ip,
      requested_by: asked.requestedBy,
      requested_at: asked.requestedAt,
      expires_at: asked.expiresAt,
      token_hash: asked.tokenHash,
    })
    .execute()
}

/** Whether this address was asked to confirm since then; asking again and again would be a nuisance of its own. */
export async function wasAskedSince(reader: Reader, key: Buffer, since: Date): Promise<boolean> {
  const row = await reader
    .selectFrom('opt_ins')
    .select('opt_in_id')
    .where('address_key', '=', key)
    .where('requested_at', '>', since)
    .executeTakeFirst()
  return row !== undefined
}

/** The consents of a person that wait for their confirmation. */
export const waitingOptIns = (reader: Reader, personId: string, at: Date) =>
  reader
    .selectFrom('opt_ins')
    .select(['channel', 'requested_at'])
    .where('person_id', '=', personId)
    .where('confirmed_at', 'is', null)
    .where('expires_at', '>', at)
    .orderBy('requested_at', 'desc')
    .execute()

/** What a link of confirmation is about, whatever the workspace: the link is all that its owner has. */
export const optInByToken = (database: Database, tokenHash: Buffer) =>
  database.readInstance(reader =>
    reader
      .selectFrom('opt_ins as o')
      .innerJoin('workspaces as w', 'w.workspace_id', 'o.workspace_id')
      .selectAll('o')
      .select('w.name as company')
      .where('o.token_hash', '=', tokenHash)
      .executeTakeFirst(),
  )
export type OptInRow = NonNullable<Awaited<ReturnType<typeof optInByToken>>>

/** Writes the confirmation once; false when it was there before. */
export async function markConfirmed(tx: Tx, optInId: string, given: { at: Date; ip: string }): Promise<boolean> {
  const row = await tx
    .updateTable('opt_ins')
    .set({ confirmed_at: given.at, confirmed_ip: given.ip })
    .where('opt_in_id', '=', optInId)
    .where('confirmed_at', 'is', null)
    .returning('opt_in_id')
    .executeTakeFirst()
  return row !== undefined
}

import { sql } from 'kysely'
import type { Database, Reader, Tx } from '../../../../platform/database/index.ts'
import type { Finding } from '../../../../platform/mail/index.ts'

/** The sender of a workspace as the DNS and the settings know it. */
export const senderRow = (reader: Reader) =>
  reader
    .selectFrom('workspaces as w')
    .leftJoin('sending_settings as s', 's.workspace_id', 'w.workspace_id')
    .leftJoin('sender_domains as d', join =>
      join
        .onRef('d.workspace_id', '=', 'w.workspace_id')
        .on('d.domain', '=', sql<string>`lower(split_part(w.sender_address, '@', 2))`),
    )
    .leftJoin('dkim_keys as k', join =>
      join
        .onRef('k.workspace_id', '=', 'w.workspace_id')
        .on('k.domain', '=', sql<string>`lower(split_part(w.sender_address, '@', 2))`),
    )
    .select(['w.workspace_id', 'w.sender_address', 'w.time_zone'])
    .select(['s.return_address', 's.warm_up_first', 's.warm_up_on', 's.soft_bounces', 's.soft_bounce_days'])
    .select(['d.checked_at', 'd.findings', 'd.dkim_published_at', 'd.proven_at'])
    .select(['d.override_at', 'd.override_by', 'd.override_note', 'k.selector', 'k.public_key'])
    .executeTakeFirstOrThrow()

/** Mails that left or may have left in the last 24 hours. */
export async function sentLately(reader: Reader, at: Date): Promise<number> {
  const { rows } = await sql<{ sent: number }>`
    select count(*)::int as sent from messages where channel = 'email' and state in ('gate', 'accepted', 'unknown')
      and gated_at > ${at}::timestamptz - interval '24 hours'`.execute(reader as Tx)
  return rows[0]?.sent ?? 0
}

/** The key of a sender domain, its private half still sealed. */
export const dkimRow = (reader: Reader, domain: string) =>
  reader
    .selectFrom('dkim_keys as k')
    .leftJoin('sender_domains as d', join =>
      join.onRef('d.workspace_id', '=', 'k.workspace_id').onRef('d.domain', '=', 'k.domain'),
    )
    .select(['k.selector', 'k.private_key', 'k.public_key', 'd.dkim_published_at'])
    .where('k.domain', '=', domain)
    .executeTakeFirst()

/** Keeps the first key that is made for a domain. */
export async function insertDkimKey(
  tx: Tx,
  key: { domain: string; selector: string; privateKey: Buffer; publicKey: string },
): Promise<void> {
  await tx
    .insertInto('dkim_keys')
    .values({ domain: key.domain, selector: key.selector, private_key: key.privateKey, public_key: key.publicKey })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** Asks for a look at the DNS: the list of sender domains is worked off in the background. */
export async function wantCheck(tx: Tx, domain: string): Promise<void> {
  await tx
    .insertInto('sender_domains')
    .values({ domain })
    .onConflict(conflict => conflict.columns(['workspace_id', 'domain']).doUpdateSet({ checked_at: null }))
    .execute()
}

/** Writes what the DNS said; a record that was seen once counts as published until the DNS says otherwise. */
export async function saveFindings(tx: Tx, domain: string, findings: Finding[], at: Date): Promise<void> {
  const of = (check: Finding['check']) => findings.find(finding => finding.check === check)?.state
  const published = of('dkim') === 'unknown' ? sql<Date>`dkim_published_at` : of('dkim') === 'good' ? at : null
  const three = [of('spf'), of('dkim'), of('dmarc')]
  const silent = three.includes('unknown') && !three.includes('bad')
  const proven = three.every(state => state === 'good' || state === 'warning') ? at : null
  await tx
    .updateTable('sender_domains')
    .set({
      checked_at: at,
      findings: JSON.stringify(findings),
      dkim_published_at: published,
      ...(silent ? {} : { proven_at: proven }),
    })
    .where('domain', '=', domain)
    .execute()
}

/** Sender domains to look up: asked for, or last seen a day ago (an hour while they are not proven); with what the look needs. */
export async function domainsToCheck(database: Database, at: Date): Promise<{ workspaceId: string; domain: string }[]> {
  const { rows } = await database.pool.query<{ workspaceId: string; domain: string }>(
    `select w.workspace_id as "workspaceId", lower(split_part(w.sender_address, '@', 2)) as domain from workspaces w
     left join sender_domains d on d.workspace_id = w.workspace_id and d.domain = lower(split_part(w.sender_address, '@', 2))
     where w.sender_address like '%@%' and (d.checked_at is null
       or d.checked_at < $1::timestamptz - case when d.proven_at is null then interval '1 hour' else interval '1 day' end) limit 20`,
    [at],
  )
  return rows
}

/** Records that an admin lets a domain send before it is proven, or takes that back. */
export async function saveOverride(
  tx: Tx,
  domain: string,
  override: { by: string; note: string; at: Date } | null,
): Promise<void> {
  const values = {
    override_at: override?.at ?? null,
    override_by: override?.by ?? null,
    override_note: override?.note ?? null,
  }
  await tx
    .insertInto('sender_domains')
    .values({ domain, ...values })
    .onConflict(conflict => conflict.columns(['workspace_id', 'domain']).doUpdateSet(values))
    .execute()
}

/** Changes the rules of bounces, return path and warming up; a warm-up begins on the day it is switched on. */
export async function upsertRules(
  tx: Tx,
  rules: { returnAddress: string | null; softBounces: number; softBounceDays: number; warmUpFirst: number | null },
  today: string,
): Promise<void> {
  await sql`insert into sending_settings default values on conflict do nothing`.execute(tx)
  await tx
    .updateTable('sending_settings')
    .set({
      return_address: rules.returnAddress,
      soft_bounces: rules.softBounces,
      soft_bounce_days: rules.softBounceDays,
      warm_up_first: rules.warmUpFirst,
      warm_up_on:
        rules.warmUpFirst === null
          ? null
          : sql<string>`case when warm_up_first is null then ${today}::date else warm_up_on end`,
      changed_at: sql`now()`,
    })
    .execute()
}

import { z } from 'zod'
import type { Reader, Tx } from '../../platform/database/index.ts'
import { Audience, type BASES, BasisEvidence, Channel, type Permission, Refusal } from '../../vocabulary/index.ts'
import { addressesOf } from './queries/people.ts'
import { basisCounts, permissionsOf, suppressionCounts, upsertBasis } from './queries/permissions.ts'

/** A basis with its evidence for an audience; `replace` also for those who have another one. */
export const BasisRecording = z.strictObject({
  channel: Channel,
  audience: Audience,
  evidence: BasisEvidence,
  replace: z.boolean().default(false),
})

/** How many people may be written to on a channel, and why not the others. */
export const PermissionCounts = z.object({
  channel: Channel,
  people: z.number().int(),
  byBasis: z.object({ consent: z.number().int(), existing_customer: z.number().int(), none: z.number().int() }),
  suppressed: z.record(z.string(), z.number().int()),
})

/** Records why people may be asked, with the evidence; returns how many it was recorded for. */
export async function recordBasis(tx: Tx, given: z.input<typeof BasisRecording>, recordedBy: string | null) {
  // Taking a basis away has to reach those who have one.
  const replace = given.replace === true || given.evidence.basis === 'none'
  return { people: await upsertBasis(tx, given.audience, { ...given, recordedBy, replace }) }
}

/** What stands about one person. */
export async function listPermissions(reader: Reader, personId: string): Promise<{ items: Permission[] }> {
  if (!(await addressesOf(reader, personId))) throw new Refusal('not_found')
  const rows = await permissionsOf(reader, personId)
  return {
    items: rows.map(row => ({
      channel: row.channel as Permission['channel'],
      basis: row.basis,
      evidence: row.evidence,
      recordedBy: row.recorded_by,
      recordedAt: row.recorded_at.toISOString(),
    })),
  }
}

/** The report of counts for a channel. */
export async function countPermissions(reader: Reader, channel: Channel): Promise<z.input<typeof PermissionCounts>> {
  const [bases, suppressed] = [await basisCounts(reader, channel), await suppressionCounts(reader, channel)]
  const of = (basis: (typeof BASES)[number]) => bases.find(row => row.basis === basis)?.people ?? 0
  return {
    channel,
    people: bases.reduce((sum, row) => sum + row.people, 0),
    byBasis: { consent: of('consent'), existing_customer: of('existing_customer'), none: of('none') },
    suppressed: Object.fromEntries(suppressed.map(row => [row.reason ?? 'objection', row.addresses])),
  }
}

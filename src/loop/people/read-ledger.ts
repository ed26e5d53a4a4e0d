import type { Reader } from '../../platform/database/index.ts'
import type { Tools } from '../../platform/tools.ts'
import { type ChannelStanding, type PermissionLedger, type PermissionRecord, Refusal } from '../../vocabulary/index.ts'
import { addressesWithKeys, type KnownAddress } from './addresses-with-keys.ts'
import { addressRows, recordsOf, standingRow } from './queries/ledger.ts'
import { waitingOptIns } from './queries/opt-ins.ts'
import { permissionsOf } from './queries/permissions.ts'

type Asking = Pick<Tools, 'settings' | 'clock'>

/** Everything that can be shown about the permissions of a person: what stands, and how it came to stand so. */
export async function readLedger(reader: Reader, personId: string, tools: Asking): Promise<PermissionLedger> {
  const person = await standingRow(reader, personId)
  if (!person) throw new Refusal('not_found')
  const known = addressesWithKeys(person, tools.settings.secret)
  const records = await recordsOf(
    reader,
    personId,
    known.map(one => one.key),
  )
  return {
    personId,
    name: person.name,
    company: person.company,
    channels: await standingOf(reader, personId, known, tools.clock()),
    records: records.map(lineOf),
  }
}

/** What stands about each channel of a person now. */
export async function standingOf(
  reader: Reader,
  personId: string,
  known: KnownAddress[],
  at: Date,
): Promise<ChannelStanding[]> {
  const permissions = await permissionsOf(reader, personId)
  const waiting = await waitingOptIns(reader, personId, at)
  const rows = await addressRows(
    reader,
    known.map(one => one.key),
  )
  return known.map(({ channel, address, key }) => {
    const permission = permissions.find(row => row.channel === channel)
    const row = rows.find(row => row.channel === channel && row.address_key.equals(key))
    const pause = row?.paused_until && row.paused_until > at ? row.paused_until : null
    return {
      channel,
      address,
      basis: permission?.basis ?? 'none',
      evidence: permission?.evidence ?? {},
      recordedAt: permission?.recorded_at.toISOString() ?? null,
      suppression: row?.suppressed_at ? (row.suppression_reason ?? 'objection') : null,
      pausedUntil: pause?.toISOString() ?? null,
      surveysOnly: row?.surveys_only ?? false,
      optInSince: waiting.find(one => one.channel === channel)?.requested_at.toISOString() ?? null,
    }
  })
}

type Row = Awaited<ReturnType<typeof recordsOf>>[number]

/** A stored line as it is shown. */
export const lineOf = (row: Row): PermissionRecord => ({
  recordId: row.record_id,
  channel: row.channel as PermissionRecord['channel'],
  kind: row.kind as PermissionRecord['kind'],
  basis: row.basis as PermissionRecord['basis'],
  evidence: row.evidence as Record<string, unknown>,
  recordedBy: row.recorded_by,
  recordedAt: row.recorded_at.toISOString(),
})

import type { Reader, Tx } from '../../platform/database/index.ts'
import { cursorOf, type Page, type PageQuery, Refusal, readCursor, type Touchpoint } from '../../vocabulary/index.ts'
import { emit } from '../emit.ts'
import { deleteTouchpoint, personExists, touchpointsOf } from './queries.ts'

type Row = Awaited<ReturnType<typeof touchpointsOf>>[number]

const touchpointOf = (row: Row): Touchpoint => ({
  touchpointId: row.touchpoint_id,
  personId: row.person_id,
  kind: row.kind,
  title: row.title,
  body: row.body,
  state: row.state,
  amountCents: row.amount_cents,
  currency: row.currency,
  discounted: row.discounted,
  source: row.source,
  sourceId: row.source_id,
  occurredAt: row.occurred_at.toISOString(),
})

/** What happened with a person, newest first. */
export async function listTouchpoints(reader: Reader, personId: string, query: PageQuery): Promise<Page<Touchpoint>> {
  if (!(await personExists(reader, personId))) throw new Refusal('not_found')
  const [at, id] = readCursor(query.cursor) ?? []
  const before = at === undefined ? undefined : { at: String(at), id: String(id) }
  const rows = await touchpointsOf(reader, personId, query.limit + 1, before)
  const last = rows.length > query.limit ? rows[query.limit - 1] : undefined
  const next = last ? cursorOf([last.place, last.touchpoint_id]) : null
  return { items: rows.slice(0, query.limit).map(touchpointOf), next }
}

/** Removes what was recorded wrongly. */
export async function removeTouchpoint(tx: Tx, touchpointId: string): Promise<void> {
  const gone = await deleteTouchpoint(tx, touchpointId)
  if (!gone) throw new Refusal('not_found')
  await emit(tx, 'touchpoint.removed', touchpointId, { personId: gone.person_id })
}

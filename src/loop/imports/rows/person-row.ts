import { readDate } from '../../../connections/index.ts'
import { copyLine } from '../../../platform/database/index.ts'
import { addressKey } from '../../../platform/secrets/index.ts'
import { type ColumnRole, isTimeZone } from '../../../vocabulary/index.ts'
import { attributesOf, countryIn, emailOf, languageIn, nameOf, RowRejection, textOf } from './cells.ts'
import type { Plan } from './plan.ts'

/** Columns of the temporary table of people, in the order of `personLine`. */
export const PERSON_COLUMNS = [
  'row_number',
  'external_id',
  'email',
  'phone',
  'name',
  'company',
  'language',
  'country',
  'time_zone',
  'attributes',
  'suppression_reason',
  'suppressed_at',
  'address_key',
] as const

const PHONE = /^\+?[\d ()/.-]{5,30}$/

/** One person as a line for COPY; throws RowRejection. */
export function personLine(plan: Plan, cells: string[], row: number): string {
  const email = emailOf(plan, cells)
  const externalId = textOf(plan, cells, 'external_id')
  if (email === null && externalId === null)
    throw new RowRejection('person_missing', plan.at.email === undefined ? 'external_id' : 'email')
  const phone = textOf(plan, cells, 'phone', 40)
  const stop = stopOf(plan, cells, email)
  return copyLine([
    row,
    externalId,
    email,
    phone !== null && PHONE.test(phone) ? phone : null,
    nameOf(plan, cells),
    textOf(plan, cells, 'company'),
    languageIn(plan, cells),
    countryIn(plan, cells),
    timeZoneIn(plan, cells),
    attributesOf(plan, cells),
    stop?.reason ?? null,
    stop?.since ?? null,
    stop && email ? `\\x${addressKey(plan.secret, 'email', email).toString('hex')}` : null,
  ])
}

/** An objection or a bounce that came along: it has to stand before anything can be sent. */
function stopOf(plan: Plan, cells: string[], email: string | null): { reason: string; since: string | null } | null {
  if (email === null) return null
  const objected = stopIn(plan, cells, 'unsubscribed')
  if (objected) return { reason: 'objection', since: objected.since }
  const bounced = stopIn(plan, cells, 'bounced')
  return bounced && { reason: 'hard_bounce', since: bounced.since }
}

const NO = /^(0|no|n|false|f|nein|ei|never|none|null|active|aktiv|aktiivinen|ok|valid|delivered|subscribed|-)$/i

/** Whatever a column of objections says that is not a plain "no" counts as one: silence is the safe side. */
function stopIn(plan: Plan, cells: string[], role: ColumnRole): { since: string | null } | null {
  const text = textOf(plan, cells, role)
  if (text === null || NO.test(text)) return null
  return { since: readDate(text, plan.order)?.date ?? null }
}

const knownZones = new Map<string, boolean>()

function timeZoneIn(plan: Plan, cells: string[]): string | null {
  const zone = textOf(plan, cells, 'time_zone', 64)
  if (zone === null) return null
  const known = knownZones.get(zone) ?? isTimeZone(zone)
  knownZones.set(zone, known)
  return known ? zone : null
}

import type { Reader } from '../../platform/database/index.ts'
import type { Tools } from '../../platform/tools.ts'
import { type ContactBudget, Refusal } from '../../vocabulary/index.ts'
import { addresses } from '../people/index.ts'
import { readSending } from './change-sending.ts'
import { contactsSince, countedPurposes, plannedFor, wishesOf } from './queries/budget.ts'
import { personAddress } from './queries/queue.ts'

const DAY_MS = 86_400_000

/** What a person has heard inside the window, when the next contact is possible, and what is planned. */
export async function readBudget(
  reader: Reader,
  personId: string,
  { settings, clock }: Pick<Tools, 'settings' | 'clock'>,
): Promise<ContactBudget> {
  const person = await personAddress(reader, personId)
  if (!person) throw new Refusal('not_found')
  const at = clock()
  const { contactLimit: limit, contactDays: days, rules } = await readSending(reader, settings)
  const keys = addresses.withKeys(person, settings.secret).map(({ key }) => key)
  const since = new Date(at.getTime() - days * DAY_MS)
  const contacts = await contactsSince(reader, { personId, keys, purposes: countedPurposes(rules) }, since)
  const wishes = await wishesOf(reader, keys, at)
  // The one that has to leave the window before there is room again.
  const inTheWay = contacts[limit - 1]?.gatedAt
  const planned = await plannedFor(reader, personId, at)
  return {
    limit,
    days,
    used: contacts.length,
    freeFrom: inTheWay ? new Date(inTheWay.getTime() + days * DAY_MS).toISOString() : null,
    pausedUntil: wishes?.pausedUntil?.toISOString() ?? null,
    surveysOnly: wishes?.surveysOnly ?? false,
    planned: planned.map(one => ({ ...one, notBefore: one.not_before.toISOString() })),
  }
}

import type { Reader } from '../../../platform/database/index.ts'
import type { Tools } from '../../../platform/tools.ts'
import type { AskingChannel, Audience, LeftOut, ReminderCheck, SendCheck } from '../../../vocabulary/index.ts'
import { quietUntil, readSending } from '../../messages/index.ts'
import { askingZone } from './queries/zone.ts'
import { readWave } from './read-waves.ts'
import { countReasons, type Sorting, sortAudience } from './sort-candidates.ts'

const DAY_MS = 86_400_000

/** What is to be checked: whom, how, and with which reminders; `waveId` where a draft stands already. */
export type PlannedSend = { audience: Audience; channel: AskingChannel; reminders: number[]; waveId: string | null }

/** What a send to an audience would do, before anything is sent: how many are asked, who is left out and why. */
export async function checkSend(
  reader: Reader,
  planned: PlannedSend,
  tools: Pick<Tools, 'settings' | 'clock'>,
): Promise<SendCheck> {
  const { waveId, channel, audience } = planned
  if (waveId) await readWave(reader, waveId)
  const sorting = await sortingFor(reader, { audience, channel, by: null }, tools, waveId)
  const zone = await askingZone(reader)
  const isQuiet = quietIn(tools.clock(), zone)
  const leftOut: Partial<Record<LeftOut, number>> = {}
  const channels = { email: 0, sms: 0 }
  let [left, waiting] = [0, 0]
  for await (const portion of sortAudience(reader, sorting)) {
    countReasons(leftOut, portion.leftOut)
    left += portion.leftOut.length
    for (const person of portion.asked) {
      channels[person.channel] += 1
      if (isQuiet(person.timeZone)) waiting += 1
    }
  }
  const asked = channels.email + channels.sms
  const quiet = quietUntil(tools.clock(), [zone])?.toISOString() ?? null
  const reminders = remindersThatFit(planned.reminders, sorting.contactLimit, sorting.contactDays)
  return { people: asked + left, asked, leftOut, quietUntil: quiet, channels, waiting, reminders }
}

/** Whether it is quiet where a person lives; each zone is looked at once. */
function quietIn(at: Date, zone: string): (personZone: string | null) => boolean {
  const known = new Map<string | null, boolean>()
  return personZone => {
    const found = known.get(personZone) ?? quietUntil(at, [personZone, zone]) !== null
    known.set(personZone, found)
    return found
  }
}

/** Each reminder beside what the contact budget leaves: one mail of the round and the reminders before it count too. */
export function remindersThatFit(reminders: number[], limit: number, days: number): ReminderCheck[] {
  const sentOn = [0]
  return reminders.map(afterDays => {
    const day = (sentOn.at(-1) ?? 0) + afterDays
    const contacts = sentOn.filter(before => before > day - days).length
    sentOn.push(day)
    return { afterDays, fits: contacts < limit }
  })
}

/** The rules as they stand for a workspace now. */
export async function sortingFor(
  reader: Reader,
  asked: { audience: Audience; channel: AskingChannel; by: string | null },
  { settings, clock }: Pick<Tools, 'settings' | 'clock'>,
  waveId: string | null,
): Promise<Sorting & { contactDays: number }> {
  const { contactLimit, contactDays } = await readSending(reader, settings)
  const since = new Date(clock().getTime() - contactDays * DAY_MS)
  return { ...asked, waveId, since, contactLimit, contactDays, secret: settings.secret }
}

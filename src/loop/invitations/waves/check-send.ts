import type { Reader } from '../../../platform/database/index.ts'
import type { Tools } from '../../../platform/tools.ts'
import type { AskingChannel, Audience, ContactRules, LeftOut, SendCheck } from '../../../vocabulary/index.ts'
import { quietHours, readSending } from '../../messages/index.ts'
import { askingRules } from './queries/rules.ts'
import { readWave } from './read-waves.ts'
import { remindersThatFit } from './reminders-that-fit.ts'
import { type Asked, countReasons, type Sorting, sortAudience } from './sort-candidates.ts'

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
  const { zone, rules } = await askingRules(reader)
  const leftOut: Partial<Record<LeftOut, number>> = {}
  const channels = { email: 0, sms: 0 }
  const waiting: SendCheck['waiting'] = {}
  let left = 0
  for await (const portion of sortAudience(reader, sorting)) {
    countReasons(leftOut, portion.leftOut)
    left += portion.leftOut.length
    for (const person of portion.asked) {
      channels[person.channel] += 1
      const reason = reasonToWait(tools.clock(), person, zone, rules)
      if (reason) waiting[reason] = (waiting[reason] ?? 0) + 1
    }
  }
  const asked = channels.email + channels.sms
  const quiet = quietHours.until(tools.clock(), [zone])?.toISOString() ?? null
  const reminders = remindersThatFit(planned.reminders, sorting, rules)
  return { people: asked + left, asked, leftOut, quietUntil: quiet, channels, waiting, reminders }
}

function reasonToWait(at: Date, person: Asked, workspaceZone: string, rules: ContactRules) {
  const { weekendsAreQuiet: weekends, holidaysAreQuiet: holidays, holidayRegion: region } = rules
  const place = { zone: person.timeZone, country: person.country, workspaceZone }
  return quietHours.at(at, place, { hours: rules.quiet[person.channel], weekends, holidays, region })?.reason ?? null
}

/** The rules as they stand for a workspace now. */
export async function sortingFor(
  reader: Reader,
  asked: { audience: Audience; channel: AskingChannel; by: string | null },
  { settings, clock }: Pick<Tools, 'settings' | 'clock'>,
  waveId: string | null,
): Promise<Sorting & { contactDays: number }> {
  const { contactLimit, contactDays } = await readSending(reader, settings)
  const { rules } = await askingRules(reader)
  const since = new Date(clock().getTime() - contactDays * DAY_MS)
  const { followUpsCount } = rules
  return { ...asked, among: null, waveId, since, contactLimit, contactDays, followUpsCount, secret: settings.secret }
}

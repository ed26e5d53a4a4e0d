import type { Reader } from '../../platform/database/index.ts'
import type { Tools } from '../../platform/tools.ts'
import type { Audience, LeftOut, SendCheck } from '../../vocabulary/index.ts'
import { quietUntil, readSending } from '../messages/index.ts'
import { askingZone } from './queries/zone.ts'
import { readWave } from './read-waves.ts'
import { countReasons, FIRST, sortCandidates } from './sort-candidates.ts'

const DAY_MS = 86_400_000

/** What a send to an audience would do, before anything is sent: how many are asked, who is left out and why. */
export async function checkSend(
  reader: Reader,
  audience: Audience,
  tools: Pick<Tools, 'settings' | 'clock'>,
  waveId: string | null = null,
): Promise<SendCheck> {
  if (waveId) await readWave(reader, waveId)
  const sorting = await sortingFor(reader, audience, tools, waveId)
  const seen = new Set<string>()
  const leftOut: Partial<Record<LeftOut, number>> = {}
  let asked = 0
  let people = 0
  for (let after: string | null = FIRST; after !== null; ) {
    const portion = await sortCandidates(reader, sorting, after, seen)
    countReasons(leftOut, portion.leftOut)
    asked += portion.asked.length
    people += portion.asked.length + portion.leftOut.length
    after = portion.last
  }
  const quiet = quietUntil(tools.clock(), [await askingZone(reader)])
  return { people, asked, leftOut, quietUntil: quiet?.toISOString() ?? null }
}

/** The rules as they stand for a workspace now. */
export async function sortingFor(
  reader: Reader,
  audience: Audience,
  { settings, clock }: Pick<Tools, 'settings' | 'clock'>,
  waveId: string | null,
) {
  const { contactLimit, contactDays } = await readSending(reader, settings)
  const since = new Date(clock().getTime() - contactDays * DAY_MS)
  return { audience, channel: 'email' as const, waveId, since, contactLimit, secret: settings.secret }
}

import type { Language } from '../../languages/index.ts'
import type { Reader } from '../../platform/database/index.ts'
import type { Pulse, PulseQuery } from '../../vocabulary/index.ts'
import { newestEvent } from './queries/surroundings.ts'
import { readPulse } from './read-pulse.ts'
import { remembered } from './remembered.ts'

const recall = remembered(200, 30)

/** The pulse, read again only where something happened in the workspace or half a minute has passed. */
export async function recallPulse(
  reader: Reader,
  query: PulseQuery,
  caller: { workspaceId: string; language: Language },
  now: Date,
): Promise<Pulse> {
  const key = JSON.stringify([caller.workspaceId, caller.language, await newestEvent(reader), query])
  return recall(key, () => readPulse(reader, query, now, caller.language))
}

import type { Tools } from '../../platform/tools.ts'
import { wordingShelf } from '../surveys/index.ts'
import { readKey } from './make-key.ts'
import { usualTempo } from './queries/answers.ts'
import { type FoundLink, findLink } from './queries/links.ts'
import { rushGuard } from './rush.ts'

const REMEMBERED_MS = 5000
const TEMPO_MS = 600_000
const MOST = 2000

/** What the pages and addresses of open links share in one process. */
function linking(tools: Tools) {
  // Answers do not wait behind reports: their connections are their own.
  const database = tools.database.reserved
  const now = () => tools.clock().getTime()
  const tempo = remembered<number>(TEMPO_MS, now)
  const links = remembered<FoundLink | undefined>(REMEMBERED_MS, now)
  return {
    database,
    log: tools.log,
    secret: tools.settings.secret,
    publicUrl: tools.settings.publicUrl,
    trustedProxies: tools.settings.trustedProxies,
    now: tools.clock,
    wordingsOf: wordingShelf(database),
    rush: rushGuard(now),
    /** The link behind a key as it was typed; what was found stands for five seconds. */
    find: (typed: string): Promise<FoundLink | undefined> => {
      const key = readKey(typed)
      return key ? links(key, () => findLink(database, key)) : Promise.resolve(undefined)
    },
    /** The link as it stands this very moment. */
    findNow: (key: string): Promise<FoundLink | undefined> => findLink(database, key),
    /** How many answers within ten minutes are nothing unusual. */
    usual: async (link: FoundLink): Promise<number> => {
      const measured = await tempo(link.surveyId, () =>
        database.readWorkspace(link, reader => usualTempo(reader, link.surveyId)),
      )
      return Math.max(link.usualAnswers, measured)
    },
  }
}
export type Linking = ReturnType<typeof linking>

const made = new WeakMap<Tools, Linking>()

/** The one of this process: pages and addresses count the same rush. */
export function linkingOf(tools: Tools): Linking {
  const known = made.get(tools) ?? linking(tools)
  made.set(tools, known)
  return known
}

/** Asks once and keeps the reply for a while. */
function remembered<T>(forMs: number, now: () => number) {
  const kept = new Map<string, { at: number; value: Promise<T> }>()
  return (key: string, ask: () => Promise<T>): Promise<T> => {
    const known = kept.get(key)
    if (known && now() - known.at < forMs) return known.value
    if (kept.size >= MOST) kept.clear()
    const value = ask()
    kept.set(key, { at: now(), value })
    value.catch(() => kept.delete(key))
    return value
  }
}

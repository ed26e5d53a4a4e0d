import type { Database } from '../../platform/database/index.ts'
import type { News } from '../../vocabulary/index.ts'
import { eventsAfter, newestEvent } from './queries.ts'

/** Commits of this process are looked at together. */
const TOGETHER_MS = 50
/** Commits of other processes on the same database are found by looking. */
const LOOK_MS = 500
/** An event may become visible after a later one; within this time it is still told. */
const LATE_MS = 3000
const MOST = 500

/** Who watches: is told news, and that there will be no more. */
type Reader = { tell: (news: News[]) => void; end: () => void }

/** One workspace that somebody watches: where the news begins, and what was told a moment ago. */
type Watched = { readers: Set<Reader>; floor: number; told: Map<number, number> }

/** Tells everybody who watches what happened, within a second, with one query for each watched workspace. */
class NewsDesk {
  readonly #database: Database
  readonly #watched = new Map<string, Watched>()
  #stop: (() => void) | null = null
  #looking = false
  #again = false

  constructor(database: Database) {
    this.#database = database
  }

  /** Tells `reader` of what happens from now on, or from `after` on; returns how to end it. */
  async watch(workspaceId: string, after: number | null, reader: Reader): Promise<() => void> {
    const newest = await newestEvent(this.#database, workspaceId)
    if (after !== null && after < newest) reader.tell(await eventsAfter(this.#database, workspaceId, after, MOST))
    const watched = this.#watched.get(workspaceId) ?? { readers: new Set(), floor: newest, told: new Map() }
    watched.readers.add(reader)
    this.#watched.set(workspaceId, watched)
    this.#stop ??= this.#start()
    return () => {
      watched.readers.delete(reader)
      if (watched.readers.size === 0) this.#watched.delete(workspaceId)
      if (this.#watched.size > 0) return
      this.#stop?.()
      this.#stop = null
    }
  }

  /** Ends every stream, because the process ends. */
  close(): void {
    for (const { readers } of [...this.#watched.values()]) for (const reader of [...readers]) reader.end()
  }

  #start(): () => void {
    let soon: NodeJS.Timeout | undefined
    const every = setInterval(() => void this.#look(), LOOK_MS)
    const stopWaking = this.#database.onCommit(() => {
      soon ??= setTimeout(() => {
        soon = undefined
        void this.#look()
      }, TOGETHER_MS)
    })
    return () => {
      clearInterval(every)
      clearTimeout(soon)
      stopWaking()
    }
  }

  /** One look at a time; whoever asks meanwhile gets another one. A database that is away is looked at again later. */
  async #look(): Promise<void> {
    if (this.#looking) {
      this.#again = true
      return
    }
    this.#looking = true
    await Promise.all([...this.#watched].map(([id, watched]) => this.#tell(id, watched).catch(() => undefined)))
    this.#looking = false
    if (!this.#again) return
    this.#again = false
    await this.#look()
  }

  async #tell(workspaceId: string, watched: Watched): Promise<void> {
    const found = await eventsAfter(this.#database, workspaceId, watched.floor, MOST)
    const fresh = found.filter(({ eventId }) => !watched.told.has(eventId))
    const now = performance.now()
    for (const { eventId } of fresh) watched.told.set(eventId, now)
    for (const [eventId, toldAt] of watched.told) {
      if (now - toldAt < LATE_MS && found.length < MOST) continue
      watched.told.delete(eventId)
      watched.floor = Math.max(watched.floor, eventId)
    }
    if (fresh.length > 0) for (const reader of watched.readers) reader.tell(fresh)
  }
}

const desks = new WeakMap<Database, NewsDesk>()

/** The one desk of this process for a database. */
export function newsDesk(database: Database): NewsDesk {
  const desk = desks.get(database) ?? new NewsDesk(database)
  desks.set(database, desk)
  return desk
}

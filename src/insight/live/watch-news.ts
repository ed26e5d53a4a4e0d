import type { Caller } from '../../access/index.ts'
import type { Tools } from '../../platform/tools.ts'
import type { News } from '../../vocabulary/index.ts'
import { newsDesk } from './news-desk.ts'

/** Who watches, for how long, from which event on, and whether they still may. */
type Watching = { caller: Caller; seconds: number; lastEventId: string | null; mayStill: () => Promise<boolean> }

const BEAT_MS = 15_000
const RECHECK_MS = 1000
const COMES_AGAIN_MS = 1000

/** News of the caller's workspace as server-sent events; the stream ends by itself or when the right to it ends. */
export async function watchNews(
  { database }: Pick<Tools, 'database'>,
  { caller, seconds, lastEventId, mayStill }: Watching,
): Promise<ReadableStream<Uint8Array>> {
  const encoder = new TextEncoder()
  let end = () => {}
  return new ReadableStream<Uint8Array>({
    start: async controller => {
      const write = (text: string) => controller.enqueue(encoder.encode(text))
      const isAllowed = rechecked(mayStill)
      const beat = setInterval(() => write(': still here\n\n'), BEAT_MS)
      const last = setTimeout(() => close(), seconds * 1000)
      let unwatch = () => {}
      let ended = false
      end = () => {
        ended = true
        clearInterval(beat)
        clearTimeout(last)
        unwatch()
      }
      const close = () => {
        if (ended) return
        end()
        controller.close()
      }
      const tell = async (news: News[]) => {
        if (!(await isAllowed())) return close()
        if (!ended) write(news.map(lineOf).join(''))
      }
      const after = lastEventId !== null && /^\d{1,15}$/.test(lastEventId) ? Number(lastEventId) : null
      unwatch = await newsDesk(database).watch(caller.workspaceId, after, { tell: news => void tell(news), end: close })
      if (ended) return unwatch()
      write(`retry: ${COMES_AGAIN_MS}\n\n`)
    },
    cancel: () => end(),
  })
}

const lineOf = ({ eventId, ...news }: News): string =>
  `id: ${eventId}\nevent: news\ndata: ${JSON.stringify({ eventId, ...news })}\n\n`

/** Asks again at most once a second, so that a rush of news is no rush of questions. */
function rechecked(mayStill: () => Promise<boolean>): () => Promise<boolean> {
  let askedAt = Number.NEGATIVE_INFINITY
  let reply: Promise<boolean> = Promise.resolve(true)
  return () => {
    if (performance.now() - askedAt < RECHECK_MS) return reply
    askedAt = performance.now()
    reply = mayStill().catch(() => false)
    return reply
  }
}

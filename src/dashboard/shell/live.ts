import { useEffect } from 'react'
import { queries } from '../api.ts'

/** A rush of answers draws the page anew at most this often. */
const REST_MS = 1500
const FIRST_MS = 150
/** What is not changed by events and asked for anew by nobody's news. */
const STILL = new Set(['session', 'sessions', 'preview', 'link', 'audience-fields', 'readyz'])

/** Keeps what is open up to date: news of the workspace fetch the figures on the page anew, within a second. */
export function useLiveNews(workspaceId: string | undefined): void {
  useEffect(() => {
    if (!workspaceId || typeof EventSource === 'undefined') return
    const source = new EventSource('/api/v1/news')
    let timer: number | undefined
    let freshAt = Number.NEGATIVE_INFINITY
    const refresh = () => {
      timer = undefined
      freshAt = performance.now()
      void queries.invalidateQueries({
        refetchType: 'active',
        predicate: query => !STILL.has(String(query.queryKey[0])),
      })
    }
    source.addEventListener('news', () => {
      const rest = freshAt + REST_MS - performance.now()
      timer ??= window.setTimeout(refresh, Math.max(FIRST_MS, rest))
    })
    return () => {
      window.clearTimeout(timer)
      source.close()
    }
  }, [workspaceId])
}

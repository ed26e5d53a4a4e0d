import { useEffect, useState } from 'react'

/** The token behind # of a one-time link, taken out of the address bar and its history at once. */
function takeToken(): string {
  const token = location.hash.slice(1)
  if (token) history.replaceState(history.state, '', location.pathname + location.search)
  return token
}

/** The token of the link; a newer link pasted into the same tab changes only what is behind #, so the page begins anew. */
export function useToken(): string {
  const [token] = useState(takeToken)
  useEffect(() => {
    const beginAnew = () => location.reload()
    addEventListener('hashchange', beginAnew)
    return () => removeEventListener('hashchange', beginAnew)
  }, [])
  return token
}

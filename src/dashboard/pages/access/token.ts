/** The token behind # of a one-time link, taken out of the address bar and its history at once. */
export function takeToken(): string {
  const token = location.hash.slice(1)
  if (token) history.replaceState(history.state, '', location.pathname + location.search)
  return token
}

type Entry = { at: number; value: Promise<unknown> }

/** Keeps the newest results in memory under keys that change with the data; a result older than `seconds` is made again. */
export function remembered(limit: number, seconds: number) {
  const entries = new Map<string, Entry>()
  return async <T>(key: string, make: () => Promise<T>): Promise<T> => {
    const found = entries.get(key)
    if (found && Date.now() - found.at < seconds * 1000) return found.value as Promise<T>
    const value = make()
    entries.delete(key)
    entries.set(key, { at: Date.now(), value })
    value.catch(() => entries.delete(key))
    const oldest = entries.keys().next().value
    if (entries.size > limit && oldest !== undefined) entries.delete(oldest)
    return value
  }
}

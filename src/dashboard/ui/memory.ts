/** What this browser remembers of a member's wishes (theme, language, keys); null where storage is closed. */
export function recall(name: string): string | null {
  try {
    return localStorage.getItem(`echolot.${name}`)
  } catch {
    return null
  }
}

/** Keeps a wish; null forgets it. */
export function remember(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`echolot.${name}`)
    else localStorage.setItem(`echolot.${name}`, value)
  } catch {
    // A browser that keeps nothing still works; the wish lasts until the page is left.
  }
}

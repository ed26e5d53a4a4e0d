/** The candidate that differs least from a mistyped name, or null where none is near. */
export const nearest = (name: string, candidates: readonly string[]): string | null => {
  const ranked = candidates.map(candidate => ({ candidate, steps: steps(name, candidate) }))
  const best = ranked.sort((a, b) => a.steps - b.steps)[0]
  return best !== undefined && best.steps <= Math.max(2, name.length / 3) ? best.candidate : null
}

/** Levenshtein's distance: insertions, deletions and replacements between two words. */
const steps = (from: string, to: string): number => {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[to.length] ?? 0
}

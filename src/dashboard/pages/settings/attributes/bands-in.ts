import type { AttributeBand } from '../../../../vocabulary/attribute-definition.ts'

const MOST = 11

/** `25; 35; 50` as bounds that rise, also with decimal commas; null where they do not. */
export function boundsIn(text: string): number[] | null {
  const bounds = text
    .split(/[;\s]+/)
    .filter(word => word !== '')
    .map(word => Number(word.replace(',', '.')))
  const rising = bounds.every((bound, at) => Number.isFinite(bound) && (at === 0 || bound > (bounds[at - 1] ?? 0)))
  return rising && bounds.length <= MOST ? bounds : null
}

/** Bands between the bounds; a band that begins and ends as before keeps its name. */
export function bandsBetween(bounds: readonly number[], labels: readonly string[]): AttributeBand[] {
  return [...bounds, null].map((below, at) => ({ below, label: labels[at]?.trim() || null }))
}

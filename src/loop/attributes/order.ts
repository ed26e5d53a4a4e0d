import { type AttributeDefinition, bandNames } from '../../vocabulary/index.ts'
import type { Definitions } from './queries/parts.ts'

/** Parts in the order of their bands; other attributes keep theirs. */
export function inOrder<T>(
  definition: AttributeDefinition | undefined,
  parts: readonly T[],
  nameOf: (part: T) => string,
): T[] {
  if (!definition?.bands) return [...parts]
  const places = new Map(bandNames(definition.bands).map((name, at) => [name, at]))
  return parts.toSorted((a, b) => (places.get(nameOf(a)) ?? 0) - (places.get(nameOf(b)) ?? 0))
}

/** The attributes above one, nearest first. */
export function namesAbove(definitions: Definitions, name: string): string[] {
  const above: string[] = []
  for (let at = definitions.get(name)?.parent; at && !above.includes(at); at = definitions.get(at)?.parent)
    above.push(at)
  return above
}

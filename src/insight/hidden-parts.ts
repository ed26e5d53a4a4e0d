import { defaultMinimum, suppression } from '../stats/index.ts'
import { type AttributeDefinitions, BELOW } from '../vocabulary/index.ts'
import { grouped } from './grouped.ts'

/** One value of one attribute among answers. */
type Part = { attribute: string; value: string }

export const keyOf = ({ attribute, value }: Part): string => JSON.stringify([attribute, value])

/** What a part lies below, as a part: the country of a region. */
export function partAbove({ attribute, value }: Part, definitions: AttributeDefinitions): Part | null {
  const parent = definitions.get(attribute)?.parent
  const at = value.lastIndexOf(BELOW)
  return parent && at > 0 ? { attribute: parent, value: value.slice(0, at) } : null
}

/**
 * Keys of the parts that stay hidden: too small, or the one that would give a small one away among those that make up a
 * known whole. Regions make up their country, whose answers are known too; everything else makes up `whole`.
 */
export function hiddenParts(
  parts: readonly (Part & { n: number })[],
  whole: number,
  definitions: AttributeDefinitions,
): Set<string> {
  const known = new Map(parts.map(part => [keyOf(part), part.n]))
  const wholes = grouped(parts, part => JSON.stringify([part.attribute, partAbove(part, definitions)]))
  const hidden = [...wholes.values()].flatMap(own => {
    const over = own[0] ? partAbove(own[0], definitions) : null
    const all = over ? (known.get(keyOf(over)) ?? 0) : whole
    const sizes = own.map(({ n }) => n)
    const unnamed = Math.max(0, all - sizes.reduce((sum, n) => sum + n, 0))
    const { suppressed } = suppression([...sizes, unnamed], { minimum: defaultMinimum })
    return suppressed.flatMap(at => own[at] ?? [])
  })
  return new Set(hidden.map(keyOf))
}

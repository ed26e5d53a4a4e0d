import type { Reader } from '../../platform/database/index.ts'
import type { AttributeLine, AttributeTitle } from '../../vocabulary/index.ts'
import { guessType } from './guess-type.ts'
import { readDefinitions } from './queries/definitions.ts'
import { occurringAttributes, valuesOf } from './queries/occurring.ts'

const EXAMPLES = 5

/** Every attribute that occurs on people or is defined, most frequent first. */
export async function listAttributes(reader: Reader): Promise<{ items: AttributeLine[] }> {
  const definitions = await readDefinitions(reader)
  const people = new Map((await occurringAttributes(reader)).map(row => [row.name, row.people]))
  const values = new Map((await valuesOf(reader)).map(row => [row.name, row]))
  const names = [...new Set([...people.keys(), ...definitions.keys()])]
  const items = names.map(name => {
    const found = values.get(name)
    const meaning = definitions.get(name) ?? unsaid(name, guessType(found?.values ?? []))
    return {
      ...meaning,
      defined: definitions.has(name),
      people: people.get(name) ?? 0,
      different: found?.different ?? 0,
      examples: found?.values.slice(0, EXAMPLES) ?? [],
    }
  })
  return { items }
}

/** The names that were given to attributes; all others go by their own. */
export async function listAttributeTitles(reader: Reader): Promise<{ items: AttributeTitle[] }> {
  const definitions = [...(await readDefinitions(reader)).values()]
  return { items: definitions.flatMap(({ name, label }) => (label === null ? [] : [{ attribute: name, label }])) }
}

const unsaid = (name: string, type: AttributeLine['type']) => ({
  name,
  label: null,
  type,
  bands: null,
  parent: null,
  source: 'given' as const,
  rule: null,
})

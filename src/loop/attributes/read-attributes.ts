import type { Reader } from '../../platform/database/index.ts'
import { type PersonInput, Refusal } from '../../vocabulary/index.ts'
import { readDefinitions } from './queries/definitions.ts'
import { readValue } from './read-value.ts'

const PROBLEMS = {
  text: 'is not a text',
  number: 'is not a number',
  date: 'is not a day such as 1980-12-31',
  flag: 'is neither yes nor no',
} as const

/** The attributes of a person as their types store them; refuses what is of another type, or computed. */
export async function readAttributes(
  reader: Reader,
  given: PersonInput['attributes'],
): Promise<PersonInput['attributes']> {
  if (!given || Object.keys(given).length === 0) return given
  const definitions = await readDefinitions(reader)
  const wrong: { path: string; problem: string }[] = []
  const read = Object.entries(given).map(([name, value]) => {
    const { type, source } = definitions.get(name) ?? {}
    if (source === 'computed') {
      throw new Refusal('attribute_computed', { name }, [{ path: `attributes.${name}`, problem: 'is computed' }])
    }
    if (type === undefined || value === null) return [name, value] as const
    const found = readValue(type, value)
    if (found === null) wrong.push({ path: `attributes.${name}`, problem: PROBLEMS[type] })
    return [name, found] as const
  })
  if (wrong.length > 0) throw new Refusal('body_invalid', { fields: wrong.map(({ path }) => path).join(', ') }, wrong)
  return Object.fromEntries(read)
}

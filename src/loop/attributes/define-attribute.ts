import type { Tx } from '../../platform/database/index.ts'
import { type AttributeInput, Refusal } from '../../vocabulary/index.ts'
import { archiveDefinition, readDefinitions, saveDefinition } from './queries/definitions.ts'
import type { Definitions } from './queries/parts.ts'

/** Says what an attribute of people means; what stands at them stays as it is. */
export async function defineAttribute(tx: Tx, given: AttributeInput): Promise<void> {
  const definitions = await readDefinitions(tx)
  const above = given.parent === null ? undefined : definitions.get(given.parent)
  if (above && above.type !== 'text') throw wrong('parent', 'has to be text')
  if (given.parent !== null && standsAbove(definitions, given.name, given.parent)) {
    throw wrong('parent', 'stands below this attribute itself')
  }
  await saveDefinition(tx, given)
}

/** Takes back what was said; the values stay and are text again. */
export async function removeAttribute(tx: Tx, name: string): Promise<void> {
  if (!(await archiveDefinition(tx, name))) throw new Refusal('not_found')
}

const wrong = (path: string, problem: string) => new Refusal('body_invalid', { fields: path }, [{ path, problem }])

/** Whether `name` is met on the way up from `from`. */
function standsAbove(definitions: Definitions, name: string, from: string): boolean {
  const seen = new Set<string>()
  for (let at: string | null = from; at !== null && !seen.has(at); at = definitions.get(at)?.parent ?? null) {
    if (at === name) return true
    seen.add(at)
  }
  return false
}

import type { Tx } from '../../platform/database/index.ts'
import { type AttributeInput, namesAbove, Refusal } from '../../vocabulary/index.ts'
import { archiveDefinition, readDefinitions, saveDefinition } from './queries/definitions.ts'

/** Says what an attribute of people means; what stands at them stays as it is. */
export async function defineAttribute(tx: Tx, given: AttributeInput): Promise<void> {
  const definitions = await readDefinitions(tx)
  const above = given.parent === null ? undefined : definitions.get(given.parent)
  if (above && above.type !== 'text') throw wrong('parent', 'has to be text')
  if (given.parent !== null && [given.parent, ...namesAbove(definitions, given.parent)].includes(given.name)) {
    throw wrong('parent', 'stands below this attribute itself')
  }
  await saveDefinition(tx, given)
}

/** Takes back what was said; the values stay and are text again. */
export async function removeAttribute(tx: Tx, name: string): Promise<void> {
  if (!(await archiveDefinition(tx, name))) throw new Refusal('not_found')
}

const wrong = (path: string, problem: string) => new Refusal('body_invalid', { fields: path }, [{ path, problem }])

import type { HintRule } from '../../../vocabulary/index.ts'
import { lookedAt } from './places.ts'
import type { Found, Looked, Rule } from './rule.ts'
import { shelf } from './shelf.gen.ts'

/** What a rule found, by the rule's name. */
export type FoundHint = Found & { rule: HintRule }

/** Every hint that a wording gives rise to, in the order of the rules; nothing is ever blocked by one. */
export async function findHints(survey: Omit<Looked, 'places'>): Promise<FoundHint[]> {
  const looked = lookedAt(survey)
  const rules = await loadRules()
  return rules.flatMap(({ name, rule }) => rule.look(looked).map(found => ({ ...found, rule: name })))
}

/** The rules of the shelf with their names. */
export const loadRules = (): Promise<{ name: HintRule; rule: Rule }[]> =>
  Promise.all(
    (Object.keys(shelf) as (keyof typeof shelf)[]).map(async name => ({
      name: name.replaceAll('-', '_') as HintRule,
      rule: (await shelf[name]()).default,
    })),
  )

import type { Reader, Tx } from '../../platform/database/index.ts'
import type { AnonymityRule } from '../../vocabulary/index.ts'
import { setShownFrom, shownFrom } from './queries.ts'
import { releaseAnswers } from './release-answers.ts'

/** How many answers of an anonymous survey have to come together. */
export const readAnonymityRule = async (reader: Reader): Promise<AnonymityRule> => ({
  shownFrom: await shownFrom(reader),
})

/** Sets it; what now is enough is shown at once. */
export async function changeAnonymityRule(tx: Tx, rule: AnonymityRule, now: Date): Promise<AnonymityRule> {
  await setShownFrom(tx, rule.shownFrom)
  await releaseAnswers(tx, now)
  return rule
}

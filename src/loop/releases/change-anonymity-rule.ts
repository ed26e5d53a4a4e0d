import type { Reader, Tx } from '../../platform/database/index.ts'
import type { AnonymityRule } from '../../vocabulary/index.ts'
import { setShownFrom, setSurveysShownFrom, shownFrom } from './queries.ts'
import { releaseAnswers } from './release-answers.ts'

/** How many answers of an anonymous survey have to come together. */
export const readAnonymityRule = async (reader: Reader): Promise<AnonymityRule> => ({
  shownFrom: await shownFrom(reader),
})

/** Sets it: the least for every survey, and what surveys begin with; answers that came under a higher number keep it. */
export async function changeAnonymityRule(tx: Tx, rule: AnonymityRule, now: Date): Promise<AnonymityRule> {
  const before = await shownFrom(tx)
  await setShownFrom(tx, rule.shownFrom)
  await setSurveysShownFrom(tx, { before, answers: rule.shownFrom })
  await releaseAnswers(tx, now)
  return rule
}

import type { Tx } from '../../platform/database/index.ts'
import {
  type AnswerRule,
  type AttributeRule,
  type AttributeType,
  type QuestionKind,
  Refusal,
  takesOpening,
  typeOfHistory,
  Wordings,
} from '../../vocabulary/index.ts'
import { forgetOrigins, requestRefresh } from './queries/refreshes.ts'
import { dropRule, lockDefinition, rulesInForce, surveyAsks, upsertRule } from './queries/rules.ts'

/** More rules would make every touchpoint dear. */
const MOST_RULES = 50

/** Says by which rule the values of an attribute are found; everybody's are found anew in the background. */
export async function setRule(tx: Tx, { name, rule }: { name: string; rule: AttributeRule }): Promise<void> {
  const before = await lockDefinition(tx, name)
  const type = rule.from === 'history' ? typeOfHistory(rule) : await typeOfAnswers(tx, rule)
  if (before && !before.archived_at && before.type !== type) {
    throw new Refusal('attribute_type_differs', { name, type }, [
      { path: 'rule', problem: `finds values of type ${type}` },
    ])
  }
  const { fromAnswers, fromHistory } = await rulesInForce(tx)
  if (fromAnswers.length + fromHistory.length >= MOST_RULES && before?.source === 'given') {
    throw new Refusal('attribute_rules_many', { most: MOST_RULES })
  }
  await upsertRule(tx, name, type, rule)
  if (rule.from === 'history') await forgetOrigins(tx, name)
  // What was computed is nobody's word and does not stay beneath an answer.
  const wasComputed = before?.source === 'computed' && rule.from === 'answer'
  await requestRefresh(tx, wasComputed ? [name] : [])
}

/** Values are given again: what people said stays until something else is given, what was computed goes away. */
export async function removeRule(tx: Tx, name: string): Promise<void> {
  const before = await lockDefinition(tx, name)
  if (!before || before.source === 'given') throw new Refusal('not_found')
  await dropRule(tx, name)
  await leaveRule(tx, name, before.source)
}

/** What the end of a rule leaves. */
async function leaveRule(tx: Tx, name: string, source: 'answer' | 'computed'): Promise<void> {
  if (source === 'computed') await requestRefresh(tx, [name])
  else await forgetOrigins(tx, name)
}

async function typeOfAnswers(tx: Tx, rule: AnswerRule): Promise<AttributeType> {
  const survey = await surveyAsks(tx, rule.surveyId)
  if (!survey) throw unfit('surveyId', 'is not a survey of this workspace')
  // Who answers there has been promised that nothing leads from the answer to the person.
  if (survey.anonymous)
    throw new Refusal('attribute_from_anonymous', {}, [{ path: 'surveyId', problem: 'is anonymous' }])
  if (takesOpening(rule)) return typeOf(survey.opening)
  const question = Wordings.parse(survey.wording).questions.find(({ questionId }) => questionId === rule.questionId)
  if (!question) throw unfit('questionId', 'is no question of this survey')
  if (question.several) throw unfit('questionId', 'takes several choices, an attribute has one value')
  return typeOf(question.kind)
}

const typeOf = (kind: QuestionKind): AttributeType => (kind === 'free' || kind === 'choice' ? 'text' : 'number')

const unfit = (field: string, problem: string) =>
  new Refusal('body_invalid', { fields: `rule.${field}` }, [{ path: `rule.${field}`, problem }])

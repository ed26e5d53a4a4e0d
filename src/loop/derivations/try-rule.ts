import type { Reader } from '../../platform/database/index.ts'
import type { AttributeRule, RuleTrial } from '../../vocabulary/index.ts'
import { calendarOf } from './queries/rules.ts'
import { tryAnswers, tryHistory } from './queries/trials.ts'

/** What a rule would find; nothing is saved. */
export const tryRule = async (reader: Reader, rule: AttributeRule): Promise<RuleTrial> =>
  rule.from === 'history' ? tryHistory(reader, rule, await calendarOf(reader)) : tryAnswers(reader, rule)

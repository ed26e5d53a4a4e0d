import { useState } from 'react'
import { HISTORY_MEASURES, HistoryRule, LAST_VALUES } from '../../../../vocabulary/attribute-rule.ts'
import { TOUCHPOINT_KINDS } from '../../../../vocabulary/touchpoint.ts'
import { Choice, Field, useWords } from '../../../ui/index.ts'
import { RuleForm } from './rule-form.tsx'

const FIRST = HistoryRule.parse({ from: 'history', measure: 'count', kind: 'order', currency: 'EUR', field: 'title' })
type Put = (change: Partial<HistoryRule>) => void

/** Makes an attribute that is computed from what happened with a person. */
export function ComputedForm({ close }: { close: () => void }) {
  const { t } = useWords()
  const [rule, setRule] = useState(FIRST)
  const put: Put = change => setRule(old => ({ ...old, ...change }))
  return (
    <RuleForm rule={ruleOf(rule)} close={close}>
      <Choice
        label={t('attributeRules.measure')}
        hint={t(`attributeRules.means.${rule.measure}`)}
        value={rule.measure}
        of={HISTORY_MEASURES}
        wordOf={measure => t(`attributeRules.measures.${measure}`)}
        onChange={measure => put({ measure })}
      />
      <OfMeasure rule={rule} put={put} />
      <Choice
        label={t('attributeRules.kind')}
        value={rule.kind ?? 'any'}
        of={['any', ...TOUCHPOINT_KINDS]}
        wordOf={kind => (kind === 'any' ? t('attributeRules.anyKind') : t(`waves.kinds.${kind}`))}
        onChange={kind => put({ kind: kind === 'any' ? null : kind })}
      />
      <Narrowing put={put} />
    </RuleForm>
  )
}

/** A measure keeps only what belongs to it. */
const ruleOf = (rule: HistoryRule): HistoryRule => ({
  ...rule,
  field: rule.measure === 'last_value' ? rule.field : null,
  currency: rule.measure === 'sum_amount' ? rule.currency : null,
})

function OfMeasure({ rule, put }: { rule: HistoryRule; put: Put }) {
  const { t } = useWords()
  if (rule.measure === 'sum_amount') {
    return (
      <Field
        label={t('attributeRules.currency')}
        hint={t('attributeRules.currencyHint')}
        required
        pattern="[A-Z]{3}"
        maxLength={3}
        value={rule.currency ?? ''}
        onChange={event => put({ currency: event.target.value.toUpperCase() })}
      />
    )
  }
  if (rule.measure !== 'last_value') return null
  return (
    <Choice
      label={t('attributeRules.field')}
      value={rule.field ?? 'title'}
      of={LAST_VALUES}
      wordOf={field => t(`attributeRules.fields.${field}`)}
      onChange={field => put({ field })}
    />
  )
}

/** Which touchpoints count, apart from their kind; nothing said means all. */
function Narrowing({ put }: { put: Put }) {
  const { t } = useWords()
  const states = (text: string) =>
    text
      .split(',')
      .map(state => state.trim())
      .filter(Boolean)
  return (
    <>
      <Field
        label={t('attributeRules.called')}
        hint={t('attributeRules.calledHint')}
        maxLength={300}
        onChange={event => put({ title: event.target.value.trim() || null })}
      />
      <Field
        label={t('attributeRules.states')}
        hint={t('attributeRules.statesHint')}
        onChange={event => put({ states: states(event.target.value) })}
      />
      <Field
        label={t('attributeRules.within')}
        hint={t('attributeRules.withinHint')}
        type="number"
        min={1}
        max={3650}
        onChange={event =>
          put({ withinDays: event.target.value === '' ? null : Math.floor(Number(event.target.value)) })
        }
      />
    </>
  )
}

import { type ReactNode, useState } from 'react'
import type { AttributeRule } from '../../../../vocabulary/attribute-rule.ts'
import { send } from '../../../api.ts'
import { useChange } from '../../../shell/use-change.ts'
import { Field, Form, useWords } from '../../../ui/index.ts'
import { RuleTrialView } from './rule-trial.tsx'

type Props = { rule: AttributeRule | null; close: () => void; children: ReactNode }

/** Says which attribute follows the rule; an attribute of this name that was given before follows it too. */
export function RuleForm({ rule, close, children }: Props) {
  const { t } = useWords()
  const { run, busy } = useChange('attributes')
  const [name, setName] = useState('')
  const save = async () => {
    const saved = await run(async () => {
      await send('POST', '/attribute-rules', { name, rule })
      return true
    }, t('attributeRules.saved'))
    if (saved) close()
  }
  return (
    <Form does={t('attributeRules.save')} busy={busy} disabled={!rule} onSubmit={() => void save()}>
      <Field
        label={t('attributeRules.name')}
        hint={t('attributeRules.nameHint')}
        required
        maxLength={100}
        value={name}
        onChange={event => setName(event.target.value)}
        data-first
      />
      {children}
      {rule && <RuleTrialView rule={rule} />}
    </Form>
  )
}

import { type FormEvent, useState } from 'react'
import { CASE_CAUSES, CASE_OUTCOMES } from '../../../vocabulary/case.ts'
import { send } from '../../api.ts'
import { Button, Field, Select, useWords } from '../../ui/index.ts'
import type { FormProps } from './form-props.ts'
import { useCaseChange } from './use-case-change.ts'

/** Closing needs a cause and an outcome; what was expected is worth knowing too. */
export function CloseForm({ found, done, gone }: FormProps) {
  const { t } = useWords()
  const { run, busy } = useCaseChange(found.caseId)
  const [given, setGiven] = useState({ cause: '', outcome: '', expected: '' })
  const put = (change: Partial<typeof given>) => setGiven(before => ({ ...before, ...change }))
  const address = `/cases/${found.caseId}/closure`
  const choose = { value: '', label: t('cases.close.choose') }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const closing = { ...given, expected: given.expected.trim() || null }
    const undo = { label: t('cases.close.undo'), run: () => void run(() => send('DELETE', address)) }
    if (await run(() => send('PUT', address, closing), t('cases.close.closed'), undo)) gone()
  }
  return (
    <form className="stack" onSubmit={submit}>
      <Select
        label={t('cases.close.cause')}
        required
        value={given.cause}
        options={[choose, ...CASE_CAUSES.map(value => ({ value, label: t(`cases.causes.${value}`) }))]}
        onChange={event => put({ cause: event.target.value })}
      />
      <Select
        label={t('cases.close.outcome')}
        required
        value={given.outcome}
        options={[choose, ...CASE_OUTCOMES.map(value => ({ value, label: t(`cases.outcomes.${value}`) }))]}
        onChange={event => put({ outcome: event.target.value })}
      />
      <Field
        label={t('cases.close.expected')}
        lines={3}
        maxLength={2000}
        value={given.expected}
        onChange={event => put({ expected: event.target.value })}
      />
      <div className="row">
        <Button kind="primary" type="submit" busy={busy}>
          {t('cases.close.button')}
        </Button>
        <Button onClick={done}>{t('shell.cancel')}</Button>
      </div>
    </form>
  )
}

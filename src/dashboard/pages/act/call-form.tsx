import { type FormEvent, useState } from 'react'
import { send } from '../../api.ts'
import { Button, Check, Field, useWords } from '../../ui/index.ts'
import type { FormProps } from './form-props.ts'
import { useCaseChange } from './use-case-change.ts'
import { useSayWriting } from './writing.ts'

/** A call: reached or not, and what was said. */
export function CallForm({ found, done }: FormProps) {
  const { t } = useWords()
  const { run, busy } = useCaseChange(found.caseId)
  const [reached, setReached] = useState(true)
  const [note, setNote] = useState('')
  useSayWriting()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const call = { reached, note: note.trim() || null }
    if (await run(() => send('POST', `/cases/${found.caseId}/calls`, call), t('cases.call.saved'))) done()
  }
  return (
    <form className="stack" onSubmit={submit}>
      {found.person?.phone && (
        <p>
          <a href={`tel:${found.person.phone.replace(/[^+\d]/g, '')}`}>{found.person.phone}</a>
        </p>
      )}
      <Check checked={reached} onChange={event => setReached(event.target.checked)}>
        {t('cases.call.reached')}
      </Check>
      <Field
        label={t('cases.call.note')}
        lines={5}
        maxLength={5000}
        value={note}
        onChange={event => setNote(event.target.value)}
      />
      <div className="row">
        <Button kind="primary" type="submit" busy={busy}>
          {t('cases.call.save')}
        </Button>
        <Button onClick={done}>{t('shell.cancel')}</Button>
      </div>
    </form>
  )
}

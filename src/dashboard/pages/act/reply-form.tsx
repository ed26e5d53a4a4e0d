import { type FormEvent, useEffect, useRef, useState } from 'react'
import { languageOf, speak } from '../../../languages/index.ts'
import { send } from '../../api.ts'
import { useSession } from '../../shell/session.tsx'
import { Button, Field, useWords } from '../../ui/index.ts'
import { useWho } from '../settings/use-who.ts'
import type { FormProps } from './form-props.ts'
import { useCaseChange } from './use-case-change.ts'
import { useSayWriting } from './writing.ts'

/** A personal mail, begun and ended in the language of the customer. */
export function ReplyForm({ found, done }: FormProps) {
  const { t, language } = useWords()
  const { run, busy } = useCaseChange(found.caseId)
  const own = useSession().data?.account?.name ?? ''
  const theirs = speak(languageOf(found.person?.language ?? found.response.language, language))
  const greeting = theirs('cases.reply.greeting', { name: found.personName ?? '' }).replace(' ,', ',')
  const begun = `${greeting}\n\n\n\n${theirs('cases.reply.closing', { name: own })}`
  const [subject, setSubject] = useState(theirs('cases.reply.subjectOf'))
  const [body, setBody] = useState(begun)
  const field = useRef<HTMLTextAreaElement>(null)
  // The caret stands where the writing begins, between greeting and closing.
  useEffect(() => {
    field.current?.focus()
    field.current?.setSelectionRange(greeting.length + 2, greeting.length + 2)
  }, [greeting.length])
  const caught = useWho().data?.smtp === false
  useSayWriting()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (await run(() => send('POST', `/cases/${found.caseId}/replies`, { subject, body }), t('cases.reply.sent')))
      done()
  }
  return (
    <form className="stack" onSubmit={submit}>
      {found.response.comment && <blockquote className="quoted">{found.response.comment}</blockquote>}
      <Field
        label={t('cases.reply.subject')}
        required
        maxLength={200}
        value={subject}
        onChange={event => setSubject(event.target.value)}
      />
      <Field
        label={t('cases.reply.body')}
        lines={10}
        required
        maxLength={20_000}
        hint={t('cases.reply.language')}
        value={body}
        ref={field as never}
        onChange={event => setBody(event.target.value)}
      />
      {caught && <p className="small over">{t('cases.reply.caught')}</p>}
      <div className="row">
        <Button kind="primary" type="submit" busy={busy} disabled={body === begun}>
          {t('cases.reply.send')}
        </Button>
        <Button onClick={done}>{t('shell.cancel')}</Button>
      </div>
    </form>
  )
}

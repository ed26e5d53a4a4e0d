import { type FormEvent, useRef, useState } from 'react'
import type { Dossier } from '../../../vocabulary/case.ts'
import { send } from '../../api.ts'
import { Button, useKeys, useWords } from '../../ui/index.ts'
import { MentionBox } from './mention-box.tsx'
import { useCaseChange } from './use-case-change.ts'
import { useMembers } from './use-cases.ts'

/** What colleagues say to each other about a case. */
export function Notes({ found }: { found: Dossier }) {
  const { t, f } = useWords()
  const box = useRef<HTMLTextAreaElement>(null)
  const members = useMembers().data ?? []
  const { run, busy } = useCaseChange(found.caseId)
  const [body, setBody] = useState('')
  useKeys([{ keys: 'm', label: t('cases.keys.note'), run: () => box.current?.focus() }])
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const mentioned = members.filter(member => body.includes(`@${member.name}`)).map(member => member.accountId)
    if (await run(() => send('POST', `/cases/${found.caseId}/notes`, { body, mentioned }))) setBody('')
  }
  return (
    <section className="notes" aria-label={t('cases.notes.title')}>
      <h2 className="section">{t('cases.notes.title')}</h2>
      <ul>
        {found.notes.map(note => (
          <li key={note.noteId}>
            <b>{note.author ?? t('cases.notes.former')}</b> <span className="small">{f.moment(note.writtenAt)}</span>
            <p>{note.body}</p>
          </li>
        ))}
      </ul>
      <form onSubmit={save}>
        <MentionBox ref={box} value={body} onChange={setBody} members={members} />
        <div className="row">
          <Button type="submit" busy={busy} disabled={body.trim() === ''}>
            {t('cases.notes.save')}
          </Button>
          <span className="small">{t('cases.notes.hint')}</span>
        </div>
      </form>
    </section>
  )
}

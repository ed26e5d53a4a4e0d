import { useState } from 'react'
import { z } from 'zod'
import type { ReplyMailbox } from '../../../../vocabulary/channel-settings.ts'
import { get, Problem, send } from '../../../api.ts'
import { useChange } from '../../../shell/use-change.ts'
import { useParts } from '../../../shell/use-parts.ts'
import { Button, Check, Form, useToast, useWords } from '../../../ui/index.ts'
import { MailboxFields } from './mailbox-fields.tsx'
import { useProblems } from './use-problems.ts'

/** What the form holds: everything as text, as it is typed. */
export type MailboxDraft = {
  [Name in 'address' | 'host' | 'port' | 'tls' | 'userName' | 'password' | 'folder' | 'checker']: string
} & { tagged: boolean; paused: boolean }

const draftOf = (mailbox: ReplyMailbox): MailboxDraft => ({
  address: mailbox.address ?? '',
  host: mailbox.host ?? '',
  port: String(mailbox.port),
  tls: mailbox.tls,
  userName: mailbox.userName ?? '',
  password: '',
  folder: mailbox.folder,
  checker: mailbox.checker ?? '',
  tagged: mailbox.tagged,
  paused: mailbox.paused,
})

const bodyOf = ({ password, port, checker, ...draft }: MailboxDraft) => ({
  ...draft,
  port: Number(port),
  checker: checker.trim() || null,
  ...(password ? { password } : {}),
})

/** Sets the mailbox, tries it, forgets it. */
export function MailboxForm({ mailbox }: { mailbox: ReplyMailbox }) {
  const { t } = useWords()
  const { run, busy } = useChange('reply-mailbox')
  const { problems, noting } = useProblems()
  const [draft, put] = useParts(() => draftOf(mailbox))
  const save = () =>
    void run(() => noting(() => send('PUT', '/reply-mailbox', bodyOf(draft))), t('channels.mailbox.saved'))
  const end = () => run(() => send('DELETE', '/reply-mailbox'), t('channels.mailbox.ended'))
  return (
    <Form
      does={t('channels.mailbox.save')}
      busy={busy}
      onSubmit={save}
      beside={
        mailbox.host && (
          <>
            <TryButton />
            <Button kind="plain" busy={busy} onClick={end}>
              {t('channels.mailbox.end')}
            </Button>
          </>
        )
      }
    >
      <MailboxFields {...{ draft, put, problems }} passwordIsSet={mailbox.host !== null} />
      <Check checked={draft.paused} onChange={event => put({ paused: event.target.checked })}>
        {t('channels.mailbox.paused')}
      </Check>
    </Form>
  )
}

function TryButton() {
  const { t } = useWords()
  const toast = useToast()
  const [busy, setBusy] = useState(false)
  const attempt = async () => {
    setBusy(true)
    try {
      const { mails } = await get('/reply-mailbox/trial', z.object({ mails: z.number() }))
      toast(t('channels.mailbox.tried', { mails }))
    } catch (trouble) {
      toast(trouble instanceof Problem && trouble.message ? trouble.message : t('shell.unreachable'))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button busy={busy} onClick={() => void attempt()}>
      {t('channels.mailbox.try')}
    </Button>
  )
}

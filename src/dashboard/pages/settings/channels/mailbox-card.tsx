import { useQuery } from '@tanstack/react-query'
import { ReplyMailbox } from '../../../../vocabulary/channel-settings.ts'
import { get } from '../../../api.ts'
import { Card, Loaded, useWords } from '../../../ui/index.ts'
import { MailboxForm } from './mailbox-form.tsx'

const PROBLEMS = ['forbidden', 'unreachable', 'sign_in', 'folder', 'lost'] as const

/** The mailbox that is read for replies, and how the last reading went. */
export function MailboxCard() {
  const { t } = useWords()
  const found = useQuery({ queryKey: ['reply-mailbox'], queryFn: () => get('/reply-mailbox', ReplyMailbox) })
  return (
    <Card title={t('channels.mailbox.title')} span={6}>
      <p className="quiet">{t('channels.mailbox.lead')}</p>
      <Loaded of={found} height={120}>
        {mailbox => (
          <>
            {mailbox.host && <LastReading mailbox={mailbox} />}
            <MailboxForm mailbox={mailbox} key={found.dataUpdatedAt} />
          </>
        )}
      </Loaded>
    </Card>
  )
}

function LastReading({ mailbox }: { mailbox: ReplyMailbox }) {
  const { t, f } = useWords()
  const problem = PROBLEMS.find(one => one === mailbox.problem)
  if (problem) {
    return (
      <p className="g-det" role="status">
        {t(`channels.mailbox.problems.${problem}`)}
      </p>
    )
  }
  const { checkedAt } = mailbox
  return (
    <p className="small">
      {checkedAt ? t('channels.mailbox.checkedAt', { when: f.moment(checkedAt) }) : t('channels.mailbox.never')}
    </p>
  )
}

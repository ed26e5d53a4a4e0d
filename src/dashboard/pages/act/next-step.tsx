import { useState } from 'react'
import type { Dossier } from '../../../vocabulary/case.ts'
import { Role, roleIncludes } from '../../../vocabulary/role.ts'
import { send } from '../../api.ts'
import { useSession } from '../../shell/session.tsx'
import { Button, useKeys, useWords } from '../../ui/index.ts'
import { CaseFacts } from './case-facts.tsx'
import { CaseSteps } from './case-steps.tsx'
import { CaseDialogs, type Opened } from './dialogs.tsx'
import { dueText, isOver, momentText } from './due.ts'
import { useCaseChange } from './use-case-change.ts'

/** What to do now, each action with its key; contact wakes up when the time line was read. */
export function NextStep({ found, onGone }: { found: Dossier; onGone: () => void }) {
  const { t, language } = useWords()
  const session = useSession().data
  const role = Role.safeParse(session?.role)
  const mayWork = role.success && roleIncludes(role.data, 'agent')
  const [opened, setOpened] = useState<Opened>(null)
  const step = found.state === 'closed' ? 'closed' : found.firstContactAt ? 'contacted' : found.queue
  const over = isOver(found)
  const due = found.firstContactAt
    ? t('cases.due.contactedAt', { when: momentText(found.firstContactAt, language) })
    : t(over ? 'cases.due.was' : 'cases.due.is', { when: momentText(found.dueAt, language) })
  return (
    <section aria-label={t('cases.next.title')}>
      <h2>{t('cases.next.title')}</h2>
      <p className="step-name">{t(`cases.next.${step}`)}</p>
      {found.state !== 'closed' && (
        <p className={over ? 'small over' : 'small'} title={dueText(found.dueAt, language, t)}>
          {found.state === 'snoozed' && found.snoozedUntil
            ? t('cases.snooze.until', { when: momentText(found.snoozedUntil, language) })
            : due}
        </p>
      )}
      {mayWork && <Actions found={found} name={session?.account?.name ?? ''} open={setOpened} />}
      <Reading found={found} />
      <CaseSteps found={found} />
      <CaseFacts found={found} />
      <CaseDialogs found={found} opened={opened} close={() => setOpened(null)} onGone={onGone} />
    </section>
  )
}

function Actions({ found, name, open }: { found: Dossier; name: string; open: (what: Opened) => void }) {
  const { t } = useWords()
  const { run, busy } = useCaseChange(found.caseId)
  const isClosed = found.state === 'closed'
  const mayContact = found.readAt !== null && !isClosed
  const mayWrite =
    mayContact && (found.person?.reachability === 'reachable' || found.person?.reachability === 'no_surveys')
  const mayCall = mayContact && found.person !== null
  const reopen = () => run(() => send('DELETE', `/cases/${found.caseId}/closure`))
  const wake = () => run(() => send('DELETE', `/cases/${found.caseId}/snooze`))
  const snoozed = found.state === 'snoozed'
  useKeys([
    { keys: 'r', label: t('cases.next.reply', { name }), run: () => mayWrite && open('reply') },
    { keys: 'c', label: t('cases.next.call'), run: () => mayCall && open('call') },
    { keys: 'a', label: t('cases.next.assign'), run: () => !isClosed && open('assign') },
    { keys: 's', label: t('cases.next.snooze'), run: () => !isClosed && (snoozed ? wake() : open('snooze')) },
    { keys: 'e', label: t('cases.next.close'), run: () => (isClosed ? reopen() : open('close')) },
  ])
  if (isClosed) {
    return (
      <div className="actions">
        <Button shortcut="e" busy={busy} onClick={reopen}>
          {t('cases.next.reopen')}
        </Button>
      </div>
    )
  }
  return (
    <div className="actions">
      <Button kind="primary" shortcut="r" disabled={!mayWrite} onClick={() => open('reply')}>
        {t('cases.next.reply', { name })}
      </Button>
      <Button shortcut="c" disabled={!mayCall} onClick={() => open('call')}>
        {t('cases.next.call')}
      </Button>
      <Button shortcut="a" onClick={() => open('assign')}>
        {t('cases.next.assign')}
      </Button>
      <Button shortcut="s" busy={busy} onClick={() => (snoozed ? wake() : open('snooze'))}>
        {t(snoozed ? 'cases.next.unsnooze' : 'cases.next.snooze')}
      </Button>
      <Button shortcut="e" onClick={() => open('close')}>
        {t('cases.next.close')}
      </Button>
    </div>
  )
}

function Reading({ found }: { found: Dossier }) {
  const { t, language } = useWords()
  if (found.state === 'closed') return null
  if (found.readAt)
    return <p className="small">{t('cases.next.readAt', { when: momentText(found.readAt, language) })}</p>
  return (
    <p className="small">
      {t('cases.next.unread')} <a href="#time-line-end">{t('cases.next.goRead')}</a>
    </p>
  )
}

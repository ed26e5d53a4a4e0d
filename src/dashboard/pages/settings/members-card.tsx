import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { Member } from '../../../vocabulary/member.ts'
import { ROLES } from '../../../vocabulary/role.ts'
import { get, send } from '../../api.ts'
import { useChange } from '../../shell/use-change.ts'
import { Button, Card, CopyButton, Dialog, ErrorState, Skeleton, Tag, useWords } from '../../ui/index.ts'

/** Who works here, with their roles. */
export function MembersCard({ mayChange }: { mayChange: boolean }) {
  const { t } = useWords()
  const members = useQuery({
    queryKey: ['members'],
    queryFn: () => get('/members', z.object({ items: z.array(Member) })),
  })
  return (
    <Card title={t('settings.members.title')} span={7}>
      {members.isError && <ErrorState error={members.error} retry={() => members.refetch()} />}
      {members.isPending && <Skeleton height={120} />}
      <ul className="plain">
        {members.data?.items.map(member => (
          <MemberLine key={member.accountId} member={member} mayChange={mayChange} />
        ))}
      </ul>
    </Card>
  )
}

function MemberLine({ member, mayChange }: { member: Member; mayChange: boolean }) {
  const { t } = useWords()
  const { run, busy } = useChange('members', 'session')
  const [asked, setAsked] = useState(false)
  const [link, setLink] = useState<string | null>(null)
  const { accountId, name, email, role, deactivatedAt } = member
  const address = `/members/${accountId}`
  const makeLink = () =>
    send('POST', `${address}/password-links`, {}, z.object({ link: z.string() })).then(made => setLink(made.link))
  const method = deactivatedAt ? 'DELETE' : 'PUT'
  return (
    <li>
      <span className="member-who">
        <b>{name}</b> <span className="small">{email}</span>{' '}
        {deactivatedAt && <Tag>{t('settings.members.shutOut')}</Tag>}
      </span>
      <span className="right row">
        {mayChange ? (
          <select
            className="input member-role"
            aria-label={t('settings.members.roleOf', { name })}
            value={role}
            disabled={busy}
            onChange={event => run(() => send('PUT', `${address}/role`, { role: event.target.value }))}
          >
            {ROLES.map(one => (
              <option key={one} value={one}>
                {t(`settings.roles.${one}`)}
              </option>
            ))}
          </select>
        ) : (
          <Tag>{t(`settings.roles.${role}`)}</Tag>
        )}
        {mayChange && (
          <>
            <Button kind="plain" busy={busy} onClick={() => run(() => send(method, `${address}/deactivation`))}>
              {t(deactivatedAt ? 'settings.members.reactivate' : 'settings.members.deactivate')}
            </Button>
            <Button kind="plain" busy={busy} onClick={() => run(makeLink)}>
              {t('settings.members.passwordLink')}
            </Button>
            <Button kind="plain" busy={busy} onClick={() => setAsked(true)}>
              {t('settings.members.remove')}
            </Button>
          </>
        )}
      </span>
      <Dialog title={t('settings.members.passwordLink')} open={link !== null} onClose={() => setLink(null)}>
        <p>{t('settings.members.passwordLinkReady', { name })}</p>
        <code className="secret">{link}</code>
        <div className="row">
          <CopyButton text={link ?? ''} />
        </div>
      </Dialog>
      <Dialog title={t('settings.members.remove')} open={asked} onClose={() => setAsked(false)}>
        <p>{t('settings.members.sure', { name })}</p>
        <div className="row">
          <Button
            kind="danger"
            busy={busy}
            onClick={() => run(() => send('DELETE', address)).then(() => setAsked(false))}
          >
            {t('settings.members.remove')}
          </Button>
          <Button onClick={() => setAsked(false)}>{t('shell.cancel')}</Button>
        </div>
      </Dialog>
    </li>
  )
}

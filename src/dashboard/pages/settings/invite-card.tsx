import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { MemberInvitation } from '../../../vocabulary/member.ts'
import { ROLES, type Role, roleIncludes } from '../../../vocabulary/role.ts'
import { get, send } from '../../api.ts'
import { useChange } from '../../shell/use-change.ts'
import { Button, Card, Choice, CopyButton, Field, Form, useWords } from '../../ui/index.ts'
import { useWho } from './use-who.ts'

const Made = z.object({ link: z.string(), email: z.string() })

/** Inviting somebody by a link, and those who wait. */
export function InviteCard({ role: own }: { role: Role }) {
  const { t } = useWords()
  const { run, busy } = useChange('invitations')
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('agent')
  const [made, setMade] = useState<z.infer<typeof Made> | null>(null)
  const invite = async () => {
    const done = await run(() => send('POST', '/member-invitations', { email, role }, Made))
    if (done) setEmail('')
    setMade(done)
  }
  const roles = ROLES.filter(one => roleIncludes(own, one))
  return (
    <Card title={t('settings.invite.title')} span={5}>
      <Form does={t('settings.invite.button')} busy={busy} onSubmit={() => void invite()}>
        <Field
          label={t('access.email')}
          type="email"
          required
          maxLength={254}
          value={email}
          onChange={event => setEmail(event.target.value)}
        />
        <Choice
          label={t('settings.members.role')}
          value={role}
          of={roles}
          wordOf={one => `${t(`settings.roles.${one}`)}: ${t(`settings.rolesMean.${one}`)}`}
          onChange={setRole}
        />
      </Form>
      {made && <MadeLink made={made} />}
      <Waiting />
    </Card>
  )
}

function MadeLink({ made }: { made: z.infer<typeof Made> }) {
  const { t } = useWords()
  const workspace = useWho().data?.workspace?.name ?? 'Echolot'
  const subject = encodeURIComponent(t('settings.invite.mailSubject', { workspace }))
  const body = encodeURIComponent(t('settings.invite.mailBody', { link: made.link }))
  return (
    <div className="shown" role="status">
      <p>{t('settings.invite.ready', { email: made.email })}</p>
      <code className="secret">{made.link}</code>
      <div className="row">
        <CopyButton text={made.link} />
        <a className="btn" href={`mailto:${made.email}?subject=${subject}&body=${body}`}>
          {t('settings.invite.byMail')}
        </a>
      </div>
    </div>
  )
}

function Waiting() {
  const { t, f } = useWords()
  const { run, busy } = useChange('invitations')
  const shape = z.object({ items: z.array(MemberInvitation) })
  const waiting = useQuery({ queryKey: ['invitations'], queryFn: () => get('/member-invitations', shape) })
  if (!waiting.data?.items.length) return null
  return (
    <div className="shown">
      <h3>{t('settings.invite.waiting')}</h3>
      <ul className="plain">
        {waiting.data.items.map(one => (
          <li key={one.invitationId}>
            <span>
              {one.email} <span className="small">{t('settings.invite.until', { date: f.date(one.expiresAt) })}</span>
            </span>
            <Button
              kind="plain"
              busy={busy}
              onClick={() => run(() => send('DELETE', `/member-invitations/${one.invitationId}`))}
            >
              {t('settings.invite.withdraw')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}

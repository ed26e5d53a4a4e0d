import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { z } from 'zod'
import { get, send } from '../../api.ts'
import { Field, useWords } from '../../ui/index.ts'
import { DoorPage } from './door-page.tsx'
import { PasswordField } from './password-field.tsx'
import { useToken } from './token.ts'
import { safeNext, useDoor } from './use-door.ts'

const Start = z.object({ setUp: z.boolean(), demo: z.boolean() })

/** Signing in with address and password, or by the one-time link of the operator or the demo. */
export default function SignInPage() {
  const { t } = useWords()
  const token = useToken()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const next = safeNext(new URLSearchParams(location.search).get('next'))
  const byPassword = useDoor(() => send('POST', '/session', { email, password }), next)
  const byLink = useDoor(() => send('POST', '/links/sign-in', { token }), next)
  const start = useQuery({ queryKey: ['start'], queryFn: () => get('/start', Start) })
  const followed = useRef(false)
  useEffect(() => {
    if (!token || followed.current) return
    followed.current = true
    void byLink.submit()
  })
  if (start.data && !start.data.setUp) {
    return <DoorPage title={t('access.notSetUp.title')} lead={t('access.notSetUp.text')} />
  }
  return (
    <DoorPage
      title={t('access.title')}
      lead={byLink.busy ? t('access.signingIn') : undefined}
      button={t('access.signIn')}
      busy={byPassword.busy || byLink.busy}
      problem={byPassword.sentence ?? byLink.sentence}
      onSubmit={byPassword.submit}
    >
      <Field
        label={t('access.email')}
        type="email"
        autoComplete="username"
        required
        value={email}
        onChange={event => setEmail(event.target.value)}
      />
      <PasswordField value={password} onChange={setPassword} />
      <p className="small">{t('access.forgotten')}</p>
    </DoorPage>
  )
}

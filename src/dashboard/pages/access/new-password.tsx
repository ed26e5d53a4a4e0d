import { useState } from 'react'
import { send } from '../../api.ts'
import { useWords } from '../../ui/index.ts'
import { DoorPage } from './door-page.tsx'
import { PasswordField } from './password-field.tsx'
import { useToken } from './token.ts'
import { useDoor } from './use-door.ts'

/** A new password by one-time link. */
export default function NewPasswordPage() {
  const { t } = useWords()
  const token = useToken()
  const [password, setPassword] = useState('')
  const door = useDoor(() => send('POST', '/links/password', { token, password }), '/')
  return (
    <DoorPage
      title={t('access.reset.title')}
      lead={t('access.reset.lead')}
      button={t('access.reset.button')}
      busy={door.busy}
      problem={door.sentence}
      onSubmit={door.submit}
    >
      <PasswordField fresh value={password} problem={door.fieldProblem('password')} onChange={setPassword} />
    </DoorPage>
  )
}

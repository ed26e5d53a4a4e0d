import { useState } from 'react'
import { send } from '../../api.ts'
import { useChange } from '../../shell/use-change.ts'
import { Card, Form, useWords } from '../../ui/index.ts'
import { PasswordField } from '../access/password-field.tsx'

/** The own password. */
export function AccountCard() {
  const { t } = useWords()
  const { run, busy } = useChange('sessions')
  const [present, setPresent] = useState('')
  const [password, setPassword] = useState('')
  const change = async () => {
    const done = await run(
      () => send('PUT', '/account/password', { present, password }).then(() => true),
      t('settings.account.changed'),
    )
    if (!done) return
    setPresent('')
    setPassword('')
  }
  return (
    <Card title={t('settings.account.title')} span={6}>
      <Form quiet does={t('settings.account.change')} busy={busy} onSubmit={() => void change()}>
        <PasswordField label={t('settings.account.present')} value={present} onChange={setPresent} />
        <PasswordField fresh value={password} onChange={setPassword} />
      </Form>
    </Card>
  )
}

import { useState } from 'react'
import { Check, Field, useWords } from '../../ui/index.ts'

/** A password, which can be shown while typing; `fresh` says what a new one has to be. */
export function PasswordField(props: {
  value: string
  onChange: (value: string) => void
  fresh?: boolean
  problem?: string | null
  label?: string
}) {
  const { t } = useWords()
  const [shown, setShown] = useState(false)
  return (
    <>
      <Field
        label={props.label ?? t(props.fresh ? 'access.newPassword' : 'access.password')}
        type={shown ? 'text' : 'password'}
        autoComplete={props.fresh ? 'new-password' : 'current-password'}
        required
        minLength={props.fresh ? 12 : 1}
        maxLength={256}
        value={props.value}
        hint={props.fresh ? t('access.passwordHint') : undefined}
        problem={props.problem === 'password_weak' ? t('refusals.password_weak') : props.problem}
        onChange={event => props.onChange(event.target.value)}
      />
      <Check checked={shown} onChange={event => setShown(event.target.checked)}>
        {t('access.showPassword')}
      </Check>
    </>
  )
}

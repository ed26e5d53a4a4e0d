import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { send } from '../../api.ts'
import { ErrorState, Field, Skeleton, useWords } from '../../ui/index.ts'
import { DoorPage } from './door-page.tsx'
import { PasswordField } from './password-field.tsx'
import { useToken } from './token.ts'
import { useDoor } from './use-door.ts'

const Invitation = z.object({ email: z.string().nullable(), workspace: z.string().nullable(), known: z.boolean() })

/** Joining a workspace by invitation: somebody new says name and password, somebody known the password they have. */
export default function JoinPage() {
  const { t, language } = useWords()
  const token = useToken()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const link = useQuery({
    queryKey: ['link', token],
    retry: false,
    queryFn: () => send('POST', '/links/reading', { token }, Invitation),
  })
  const known = link.data?.known ?? false
  const given = known ? { token, password } : { token, password, name, language }
  const door = useDoor(() => send('POST', '/links/invitation', given), '/')
  if (link.isError)
    return (
      <DoorPage title={t('access.join.title')}>
        <ErrorState error={link.error} />
      </DoorPage>
    )
  if (!link.data) return <Skeleton height={240} />
  return (
    <DoorPage
      title={t('access.join.titleOf', { workspace: link.data.workspace ?? 'Echolot' })}
      lead={t(known ? 'access.join.known' : 'access.join.new', { email: link.data.email ?? '' })}
      button={t('access.join.button')}
      busy={door.busy}
      problem={door.sentence}
      onSubmit={door.submit}
    >
      {!known && (
        <Field
          label={t('access.name')}
          autoComplete="name"
          required
          maxLength={120}
          value={name}
          onChange={event => setName(event.target.value)}
        />
      )}
      <PasswordField fresh={!known} value={password} problem={door.fieldProblem('password')} onChange={setPassword} />
    </DoorPage>
  )
}

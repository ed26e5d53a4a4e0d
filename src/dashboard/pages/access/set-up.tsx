import { useState } from 'react'
import { LANGUAGES, languageOf } from '../../../languages/index.ts'
import { send } from '../../api.ts'
import { Field, Select, useWords } from '../../ui/index.ts'
import { DoorPage } from './door-page.tsx'
import { PasswordField } from './password-field.tsx'
import { useToken } from './token.ts'
import { useDoor } from './use-door.ts'
import { ownZone, ZoneField } from './zone-field.tsx'

const NAMES = { en: 'English', de: 'Deutsch', fi: 'Suomi' } as const

/** The first person makes account and workspace, by the one-time link that the start printed. */
export default function SetUpPage() {
  const { t, language, chooseLanguage } = useWords()
  const token = useToken()
  const [given, setGiven] = useState({ name: '', email: '', password: '', company: '', timeZone: ownZone() })
  const door = useDoor(() => send('POST', '/set-up', { ...given, token, language }), '/welcome')
  const put = (change: Partial<typeof given>) => setGiven(before => ({ ...before, ...change }))
  if (!token) return <DoorPage title={t('access.notSetUp.title')} lead={t('access.notSetUp.text')} />
  return (
    <DoorPage
      title={t('access.setUp.title')}
      lead={t('access.setUp.lead')}
      button={t('access.setUp.button')}
      busy={door.busy}
      problem={door.sentence}
      onSubmit={door.submit}
    >
      <Field
        label={t('access.name')}
        autoComplete="name"
        required
        maxLength={120}
        value={given.name}
        onChange={event => put({ name: event.target.value })}
      />
      <Field
        label={t('access.email')}
        type="email"
        autoComplete="username"
        required
        value={given.email}
        problem={door.fieldProblem('email')}
        onChange={event => put({ email: event.target.value })}
      />
      <PasswordField
        fresh
        value={given.password}
        problem={door.fieldProblem('password')}
        onChange={password => put({ password })}
      />
      <Field
        label={t('access.company')}
        autoComplete="organization"
        required
        maxLength={120}
        value={given.company}
        hint={t('access.companyHint')}
        onChange={event => put({ company: event.target.value })}
      />
      <div className="pair">
        <Select
          label={t('shell.menu.language')}
          value={language}
          options={LANGUAGES.map(code => ({ value: code, label: NAMES[code] }))}
          onChange={event => chooseLanguage(languageOf(event.target.value))}
        />
        <ZoneField value={given.timeZone} onChange={timeZone => put({ timeZone })} />
      </div>
    </DoorPage>
  )
}

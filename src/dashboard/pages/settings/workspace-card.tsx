import { type FormEvent, useState } from 'react'
import { LANGUAGES } from '../../../languages/index.ts'
import type { Workspace } from '../../../vocabulary/account.ts'
import { send } from '../../api.ts'
import { useChange } from '../../shell/use-change.ts'
import { Button, Card, Field, Select, useWords } from '../../ui/index.ts'
import { ZoneField } from '../access/zone-field.tsx'

const NAMES = { en: 'English', de: 'Deutsch', fi: 'Suomi' } as const

/** Name, language, zone and what mails say about the sender. */
export function WorkspaceCard({ workspace }: { workspace: Workspace }) {
  const { t } = useWords()
  const { run, busy } = useChange('session')
  const { name, language, timeZone, senderName, senderAddress, imprint } = workspace
  const [given, setGiven] = useState({ name, language, timeZone, senderName, senderAddress, imprint })
  const put = (change: Partial<typeof given>) => setGiven(before => ({ ...before, ...change }))
  const save = (event: FormEvent) => {
    event.preventDefault()
    const nothing = (text: string | null) => text?.trim() || null
    const { senderName, senderAddress, imprint } = given
    const clean = {
      ...given,
      senderName: nothing(senderName),
      senderAddress: nothing(senderAddress),
      imprint: nothing(imprint),
    }
    void run(() => send('PATCH', '/workspace', clean), t('settings.saved'))
  }
  return (
    <Card title={t('settings.workspace.title')} span={7}>
      <form onSubmit={save}>
        <Field
          label={t('settings.workspace.name')}
          required
          maxLength={120}
          value={given.name}
          onChange={event => put({ name: event.target.value })}
        />
        <div className="pair">
          <Select
            label={t('settings.workspace.language')}
            value={given.language}
            options={LANGUAGES.map(code => ({ value: code, label: NAMES[code] }))}
            onChange={event => put({ language: LANGUAGES.find(code => code === event.target.value) ?? 'en' })}
          />
          <ZoneField value={given.timeZone} onChange={zone => put({ timeZone: zone })} />
        </div>
        <div className="pair">
          <Field
            label={t('settings.workspace.senderName')}
            maxLength={120}
            value={given.senderName ?? ''}
            onChange={event => put({ senderName: event.target.value })}
          />
          <Field
            label={t('settings.workspace.senderAddress')}
            type="email"
            maxLength={254}
            value={given.senderAddress ?? ''}
            onChange={event => put({ senderAddress: event.target.value })}
          />
        </div>
        <Field
          label={t('settings.workspace.imprint')}
          lines={3}
          maxLength={2000}
          hint={t('settings.workspace.imprintHint')}
          value={given.imprint ?? ''}
          onChange={event => put({ imprint: event.target.value })}
        />
        <Button kind="primary" type="submit" busy={busy}>
          {t('settings.save')}
        </Button>
      </form>
    </Card>
  )
}

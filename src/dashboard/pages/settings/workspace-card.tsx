import { LANGUAGES } from '../../../languages/index.ts'
import type { Workspace } from '../../../vocabulary/account.ts'
import { send } from '../../api.ts'
import { useChange } from '../../shell/use-change.ts'
import { useParts } from '../../shell/use-parts.ts'
import { Card, Choice, Field, Form, useWords } from '../../ui/index.ts'
import { ZoneField } from '../access/zone-field.tsx'

const NAMES = { en: 'English', de: 'Deutsch', fi: 'Suomi' } as const

/** Name, language, zone and what mails say about the sender. */
export function WorkspaceCard({ workspace }: { workspace: Workspace }) {
  const { t } = useWords()
  const { run, busy } = useChange('session')
  const { name, language, timeZone, senderName, senderAddress, imprint } = workspace
  const [given, put] = useParts({ name, language, timeZone, senderName, senderAddress, imprint })
  const save = () => {
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
      <Form does={t('settings.save')} busy={busy} onSubmit={save}>
        <Field
          label={t('settings.workspace.name')}
          required
          maxLength={120}
          value={given.name}
          onChange={event => put({ name: event.target.value })}
        />
        <div className="pair">
          <Choice
            label={t('settings.workspace.language')}
            value={given.language}
            of={LANGUAGES}
            wordOf={code => NAMES[code]}
            onChange={code => put({ language: code })}
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
      </Form>
    </Card>
  )
}

import { useState } from 'react'
import type { TextChannel } from '../../../../vocabulary/channel-settings.ts'
import { send } from '../../../api.ts'
import { useChange } from '../../../shell/use-change.ts'
import { Button, Check, Field, Form, Select, useWords } from '../../../ui/index.ts'
import { ProviderFields } from './provider-fields.tsx'
import { useProblems } from './use-problems.ts'

const NONE = ''

/** Chooses a provider and asks for what it needs; passwords that are set stay unless a new one is typed. */
export function TextForm({ channel }: { channel: TextChannel }) {
  const { t } = useWords()
  const { run, busy } = useChange('text-channel', 'channels')
  const { problems, noting } = useProblems()
  const [name, setName] = useState(channel.provider ?? NONE)
  const [settings, setSettings] = useState(channel.settings)
  const [country, setCountry] = useState(channel.country ?? '')
  const [twoWay, setTwoWay] = useState(channel.twoWay)
  const provider = channel.providers.find(one => one.name === name)
  const save = () => {
    if (!provider) return
    const own = provider.fields.map(field => [field.name, settings[field.name] ?? ''])
    const body = { provider: name, settings: Object.fromEntries(own), country: country.trim() || null, twoWay }
    void run(() => noting(() => send('PUT', '/channels/sms', body)), t('channels.sms.saved'))
  }
  const end = () => run(() => send('DELETE', '/channels/sms'), t('channels.sms.ended'))
  const options = [
    { value: NONE, label: t('channels.sms.none') },
    ...channel.providers.map(one => ({ value: one.name, label: one.label })),
  ]
  const secrets = name === channel.provider ? channel.secrets : []
  return (
    <Form does={provider ? t('channels.sms.save') : null} busy={busy} onSubmit={save}>
      <Select
        label={t('channels.sms.provider')}
        value={name}
        options={options}
        onChange={event => setName(event.target.value)}
      />
      {provider && (
        <>
          <ProviderFields
            provider={provider}
            {...{ settings, secrets, problems }}
            onChange={(field, value) => setSettings(before => ({ ...before, [field]: value }))}
          />
          <Field
            label={t('channels.sms.country')}
            hint={t('channels.sms.countryHint')}
            problem={problems.country}
            maxLength={2}
            value={country}
            onChange={event => setCountry(event.target.value.toUpperCase())}
          />
          <div>
            <Check checked={twoWay} onChange={event => setTwoWay(event.target.checked)}>
              {t('channels.sms.twoWay')}
            </Check>
            <span className="small">{t('channels.sms.twoWayHint')}</span>
          </div>
        </>
      )}
      {channel.provider && name !== channel.provider && !provider && (
        <div className="row">
          <Button busy={busy} onClick={end}>
            {t('channels.sms.end')}
          </Button>
        </div>
      )}
    </Form>
  )
}

import type { TextProvider } from '../../../../vocabulary/channel-settings.ts'
import { Field, Select, useWords } from '../../../ui/index.ts'

/** What a provider needs to know, in its own words. */
export function ProviderFields(props: {
  provider: TextProvider
  settings: Record<string, string>
  /** Passwords that are set and not shown. */
  secrets: string[]
  problems: Record<string, string>
  onChange: (field: string, value: string) => void
}) {
  const { t } = useWords()
  const { provider, settings, secrets, problems, onChange } = props
  return provider.fields.map(({ name, label, hint, secret, lines, choices, optional }) => {
    if (choices.length > 0) {
      const options = choices.map(value => ({ value, label: value }))
      const value = settings[name] ?? choices[0]
      return <Select key={name} {...{ label, options, value }} onChange={event => onChange(name, event.target.value)} />
    }
    const isSet = secret && secrets.includes(name)
    const type = secret && lines === 1 ? 'password' : 'text'
    return (
      <Field
        key={`${provider.name} ${name}`}
        label={label}
        hint={[isSet && t('channels.sms.secretKept'), hint].filter(Boolean).join(' ') || undefined}
        problem={problems[`settings.${name}`]}
        required={!optional && !isSet}
        maxLength={4000}
        autoComplete="off"
        spellCheck={false}
        value={settings[name] ?? ''}
        onChange={event => onChange(name, event.target.value)}
        {...(lines > 1 ? { lines } : { type })}
      />
    )
  })
}

import { MAILBOX_TLS } from '../../../../vocabulary/channel-settings.ts'
import { Check, Field, Select, useWords } from '../../../ui/index.ts'
import type { MailboxDraft } from './mailbox-form.tsx'

const TLS_WORDS = { tls: 'tlsTls', starttls: 'tlsStarttls', none: 'tlsNone' } as const

/** Address, server and account of the mailbox. */
export function MailboxFields(props: {
  draft: MailboxDraft
  put: (change: Partial<MailboxDraft>) => void
  problems: Record<string, string>
  passwordIsSet: boolean
}) {
  const { t } = useWords()
  const { draft, put, problems, passwordIsSet } = props
  const bound = (name: Exclude<keyof MailboxDraft, 'tagged' | 'paused' | 'tls'>) => ({
    value: draft[name],
    problem: problems[name],
    onChange: (event: { target: { value: string } }) => put({ [name]: event.target.value }),
  })
  const hints = { address: t('channels.mailbox.addressHint'), checker: t('channels.mailbox.checkerHint') }
  return (
    <>
      <Field
        label={t('channels.mailbox.address')}
        hint={hints.address}
        type="email"
        required
        maxLength={254}
        {...bound('address')}
      />
      <div>
        <Check checked={draft.tagged} onChange={event => put({ tagged: event.target.checked })}>
          {t('channels.mailbox.tagged')}
        </Check>
        <span className="small">{t('channels.mailbox.taggedHint')}</span>
      </div>
      <div className="pair">
        <Field label={t('channels.mailbox.host')} required maxLength={253} spellCheck={false} {...bound('host')} />
        <Field label={t('channels.mailbox.port')} type="number" required min={1} max={65535} {...bound('port')} />
        <Select
          label={t('channels.mailbox.tls')}
          value={draft.tls}
          options={MAILBOX_TLS.map(value => ({ value, label: t(`channels.mailbox.${TLS_WORDS[value]}`) }))}
          onChange={event => put({ tls: event.target.value })}
        />
      </div>
      <div className="pair">
        <Field label={t('channels.mailbox.user')} required maxLength={254} autoComplete="off" {...bound('userName')} />
        <Field
          label={t('channels.mailbox.password')}
          hint={passwordIsSet ? t('channels.mailbox.passwordKept') : undefined}
          type="password"
          required={!passwordIsSet}
          maxLength={500}
          autoComplete="new-password"
          {...bound('password')}
        />
        <Field label={t('channels.mailbox.folder')} required maxLength={200} {...bound('folder')} />
      </div>
      <Field
        label={t('channels.mailbox.checker')}
        hint={hints.checker}
        maxLength={253}
        spellCheck={false}
        {...bound('checker')}
      />
    </>
  )
}

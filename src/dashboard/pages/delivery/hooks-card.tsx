import { useState } from 'react'
import { HOOK_PROVIDERS, type HookProvider, MailHook } from '../../../vocabulary/delivery.ts'
import { send } from '../../api.ts'
import { useChange } from '../../shell/use-change.ts'
import { Button, Card, Choice, CopyButton, Field, Form, Table, useWords } from '../../ui/index.ts'
import { useHooks } from './use-delivery.ts'

/** Providers that report bounces and complaints here. */
export function HooksCard() {
  const { t, f } = useWords()
  const { run, busy } = useChange('mail-hooks')
  const hooks = useHooks().data ?? []
  const end = ({ provider }: MailHook) =>
    void run(() => send('POST', '/mail-hooks/endings', { provider }), t('delivery.hooks.ended'))
  return (
    <Card title={t('delivery.hooks.title')} span={12}>
      <div className="stack">
        <p className="quiet">{t('delivery.hooks.lead')}</p>
        {hooks.length > 0 && (
          <Table
            caption={t('delivery.hooks.title')}
            rows={hooks}
            keyOf={hook => hook.provider}
            columns={[
              { title: t('delivery.hooks.provider'), cell: hook => t(`delivery.sources.${hook.provider}`) },
              {
                title: t('delivery.hooks.heard'),
                cell: hook => (
                  <>
                    {hook.heardAt ? f.moment(hook.heardAt) : t('delivery.hooks.never')}
                    {hook.refusedAt && (
                      <span className="small">
                        {' '}
                        {t('delivery.hooks.refused', { moment: f.moment(hook.refusedAt) })}
                      </span>
                    )}
                  </>
                ),
              },
              {
                title: t('delivery.hooks.end'),
                cell: hook => (
                  <Button kind="plain" busy={busy} onClick={() => end(hook)}>
                    {t('delivery.hooks.end')}
                  </Button>
                ),
              },
            ]}
          />
        )}
        <HookForm />
      </div>
    </Card>
  )
}

function HookForm() {
  const { t } = useWords()
  const { run, busy } = useChange('mail-hooks')
  const [provider, setProvider] = useState<HookProvider>('ses')
  const [key, setKey] = useState('')
  const [made, setMade] = useState<MailHook | null>(null)
  const make = async () => {
    const body = { provider, key: provider === 'ses' ? null : key.trim() || null }
    setMade(await run(() => send('PUT', '/mail-hooks', body, MailHook)))
    setKey('')
  }
  return (
    <Form quiet does={t('delivery.hooks.make')} busy={busy} onSubmit={() => void make()}>
      <div className="pair">
        <Choice
          label={t('delivery.hooks.provider')}
          value={provider}
          of={HOOK_PROVIDERS}
          wordOf={value => t(`delivery.sources.${value}`)}
          onChange={setProvider}
        />
        {provider !== 'ses' && (
          <Field
            label={t(`delivery.hooks.key.${provider}`)}
            required={provider !== 'postmark'}
            value={key}
            onChange={event => setKey(event.target.value)}
          />
        )}
      </div>
      {provider === 'ses' && <p className="small">{t('delivery.hooks.key.ses')}</p>}
      {made?.address && (
        <div className="record" role="status">
          <p>{t('delivery.hooks.ready', { provider: t(`delivery.sources.${made.provider}`) })}</p>
          <code>{made.address}</code>
          <CopyButton text={made.address} />
        </div>
      )}
    </Form>
  )
}

import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { z } from 'zod'
import { ApiKey, KeyScope } from '../../../vocabulary/member.ts'
import { get, send } from '../../api.ts'
import { useChange } from '../../shell/use-change.ts'
import { Button, Card, ConfirmButton, CopyButton, Field, Select, Table, useWords } from '../../ui/index.ts'

const Made = z.object({ apiKeyId: z.string(), key: z.string() })

/** Keys of programs: made, shown once, ended. */
export function KeysCard() {
  const { t } = useWords()
  const { run, busy } = useChange('api-keys')
  const [name, setName] = useState('')
  const [scope, setScope] = useState('read')
  const [made, setMade] = useState<string | null>(null)
  const make = async (event: FormEvent) => {
    event.preventDefault()
    const done = await run(() => send('POST', '/api-keys', { name, scope }, Made))
    setMade(done?.key ?? null)
    if (done) setName('')
  }
  return (
    <Card title={t('settings.keys.title')} aside={<a href="/api/docs">{t('settings.keys.docs')}</a>} span={12}>
      <p className="quiet">{t('settings.keys.lead')}</p>
      <KeyList />
      <form onSubmit={make}>
        <div className="pair">
          <Field
            label={t('settings.keys.name')}
            required
            maxLength={120}
            value={name}
            onChange={event => setName(event.target.value)}
          />
          <Select
            label={t('settings.keys.scope')}
            value={scope}
            options={KeyScope.options.map(one => ({ value: one, label: t(`settings.keys.scopes.${one}`) }))}
            onChange={event => setScope(event.target.value)}
          />
        </div>
        <Button type="submit" busy={busy}>
          {t('settings.keys.make')}
        </Button>
      </form>
      {made && (
        <div className="shown" role="status">
          <p>{t('settings.keys.ready')}</p>
          <code className="secret">{made}</code>
          <CopyButton text={made} />
        </div>
      )}
    </Card>
  )
}

function KeyList() {
  const { t, f } = useWords()
  const { run, busy } = useChange('api-keys')
  const keys = useQuery({
    queryKey: ['api-keys'],
    queryFn: () => get('/api-keys', z.object({ items: z.array(ApiKey) })),
  })
  if (!keys.data?.items.length) return <p className="small">{t('settings.keys.none')}</p>
  const end = (key: ApiKey) => run(() => send('DELETE', `/api-keys/${key.apiKeyId}`))
  return (
    <Table
      caption={t('settings.keys.title')}
      rows={keys.data.items}
      keyOf={key => key.apiKeyId}
      columns={[
        { title: t('settings.members.name'), cell: key => key.name },
        { title: t('settings.keys.scope'), cell: key => t(`settings.keys.scopes.${key.scope}`) },
        {
          title: t('settings.keys.lastUsed'),
          cell: key => (key.lastUsedAt ? f.moment(key.lastUsedAt) : t('settings.keys.never')),
        },
        {
          title: t('settings.keys.ends'),
          cell: key => (key.expiresAt ? f.date(key.expiresAt) : t('settings.keys.never')),
        },
        {
          title: t('settings.keys.revoke'),
          cell: key => (
            <ConfirmButton
              name={t('settings.keys.revoke')}
              title={key.name}
              kind="plain"
              asks={{ text: t('settings.keys.sure'), does: t('settings.keys.revoke'), kind: 'danger' }}
              busy={busy}
              onConfirm={() => end(key)}
            />
          ),
        },
      ]}
    />
  )
}

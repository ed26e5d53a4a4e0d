import type { DomainPace } from '../../../vocabulary/delivery.ts'
import { send } from '../../api.ts'
import { useChange } from '../../shell/use-change.ts'
import { fieldOf, useParts } from '../../shell/use-parts.ts'
import { Button, Card, Field, Form, Loaded, Table, useWords } from '../../ui/index.ts'
import { usePaces } from './use-delivery.ts'

/** How fast each provider is written to, and who waits for it. */
export function PacesCard({ mayChange }: { mayChange: boolean }) {
  const { t, f } = useWords()
  const limit = (most: number | null) => (most === null ? t('delivery.paces.noLimit') : f.count(most))
  return (
    <Card title={t('delivery.paces.title')}>
      <div className="stack">
        <p className="quiet">{t('delivery.paces.lead')}</p>
        <Loaded of={usePaces()} height={200}>
          {paces => (
            <Table
              caption={t('delivery.paces.title')}
              rows={paces}
              keyOf={pace => pace.domain}
              columns={[
                { title: t('delivery.paces.provider'), cell: pace => <Provider pace={pace} mayChange={mayChange} /> },
                { title: t('delivery.paces.perMinute'), figure: true, cell: pace => limit(pace.perMinute) },
                { title: t('delivery.paces.concurrent'), figure: true, cell: pace => limit(pace.concurrent) },
                { title: t('delivery.paces.waiting'), figure: true, cell: pace => f.count(pace.waiting) },
              ]}
            />
          )}
        </Loaded>
        {mayChange && <PaceForm />}
      </div>
    </Card>
  )
}

function Provider({ pace, mayChange }: { pace: DomainPace; mayChange: boolean }) {
  const { t, f } = useWords()
  const { run, busy } = useChange('domain-paces')
  const asUsual = { domain: pace.domain, perMinute: null, concurrent: null }
  return (
    <>
      {pace.domain}{' '}
      {pace.backedOffUntil && (
        <span className="small">{t('delivery.paces.rests', { moment: f.moment(pace.backedOffUntil) })}</span>
      )}
      {pace.own && <span className="small">{t('delivery.paces.own')} </span>}
      {pace.own && mayChange && (
        <Button kind="plain" busy={busy} onClick={() => void run(() => send('PUT', '/domain-paces', asUsual))}>
          {t('delivery.paces.usual')}
        </Button>
      )}
    </>
  )
}

const EMPTY = { domain: '', perMinute: '', concurrent: '' }

function PaceForm() {
  const { t } = useWords()
  const { run, busy } = useChange('domain-paces')
  const [form, put] = useParts(EMPTY)
  const field = fieldOf(form, put)
  const set = async () => {
    const body = {
      domain: form.domain.trim(),
      perMinute: form.perMinute ? Number(form.perMinute) : null,
      concurrent: form.concurrent ? Number(form.concurrent) : null,
    }
    const done = await run(() => send('PUT', '/domain-paces', body).then(() => true), t('delivery.paces.saved'))
    if (done) put(EMPTY)
  }
  return (
    <Form quiet does={t('delivery.paces.set')} busy={busy} onSubmit={() => void set()}>
      <div className="pair">
        <Field label={t('delivery.paces.domain')} required maxLength={253} {...field('domain')} />
        <Field label={t('delivery.paces.perMinute')} type="number" min={1} max={100000} {...field('perMinute')} />
        <Field label={t('delivery.paces.concurrent')} type="number" min={1} max={100} {...field('concurrent')} />
      </div>
    </Form>
  )
}

import { type FormEvent, useState } from 'react'
import { z } from 'zod'
import type { Audience } from '../../../vocabulary/audience.ts'
import { send } from '../../api.ts'
import { useChange } from '../../shell/use-change.ts'
import { Button, Check, Dialog, Field, Select, useWords } from '../../ui/index.ts'

const Recorded = z.object({ people: z.number() })
type Kind = 'consent' | 'existing_customer'
const EMPTY = {
  text: '',
  givenAt: '',
  source: '',
  sale: '',
  soldAt: '',
  notice: '',
  noticeShownAt: '',
  own: false,
  noObjection: false,
}
type Facts = typeof EMPTY

/** Records why the chosen people may be asked; every fact that the law wants is a field of its own. */
export function RecordBasis(props: { audience: Audience; people: number; channel?: 'email' | 'sms' }) {
  const { audience, people } = props
  const { t } = useWords()
  const { run, busy } = useChange('send-check')
  const [open, setOpen] = useState(false)
  const [kind, setKind] = useState<Kind>('consent')
  const [facts, setFacts] = useState(EMPTY)
  const [channel, setChannel] = useState(props.channel ?? 'email')
  const put = (change: Partial<Facts>) => setFacts(before => ({ ...before, ...change }))
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const evidence = evidenceOf(kind, facts)
    const done = await run(() => send('POST', '/permissions', { channel, audience, evidence }, Recorded))
    if (done) setOpen(false)
  }
  const kinds = (['consent', 'existing_customer'] as const).map(value => ({
    value,
    label: t(`surveys.basis.${value}`),
  }))
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('surveys.send.recordBasis')}</Button>
      <Dialog title={t('surveys.basis.title')} open={open} onClose={() => setOpen(false)}>
        <form className="stack" onSubmit={save}>
          <p>{t('surveys.basis.text', { n: people })}</p>
          <Select
            label={t('permissions.report.channel')}
            value={channel}
            options={(['email', 'sms'] as const).map(value => ({ value, label: t(`permissions.report.${value}`) }))}
            onChange={event => setChannel(event.target.value === 'sms' ? 'sms' : 'email')}
          />
          <Select
            label={t('surveys.basis.kind')}
            value={kind}
            options={kinds}
            onChange={event => setKind(event.target.value === 'consent' ? 'consent' : 'existing_customer')}
          />
          {kind === 'consent' ? <ConsentFields facts={facts} put={put} /> : <CustomerFields facts={facts} put={put} />}
          <div className="row">
            <Button kind="primary" type="submit" busy={busy}>
              {t('surveys.basis.save', { n: people })}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  )
}

const evidenceOf = (
  kind: Kind,
  { text, givenAt, source, sale, soldAt, notice, noticeShownAt, own, noObjection }: Facts,
) =>
  kind === 'consent'
    ? { basis: kind, text, givenAt, source }
    : { basis: kind, sale, soldAt, ownSimilarOffers: own, noObjection, notice, noticeShownAt }

type FieldsProps = { facts: Facts; put: (change: Partial<Facts>) => void }

function ConsentFields({ facts, put }: FieldsProps) {
  const { t } = useWords()
  return (
    <>
      <Field
        label={t('surveys.basis.consentText')}
        hint={t('surveys.basis.consentTextHint')}
        lines={3}
        required
        maxLength={2000}
        value={facts.text}
        onChange={event => put({ text: event.target.value })}
      />
      <Field
        label={t('surveys.basis.givenAt')}
        type="date"
        required
        value={facts.givenAt}
        onChange={event => put({ givenAt: event.target.value })}
      />
      <Field
        label={t('surveys.basis.source')}
        hint={t('surveys.basis.sourceHint')}
        required
        maxLength={2000}
        value={facts.source}
        onChange={event => put({ source: event.target.value })}
      />
    </>
  )
}

function CustomerFields({ facts, put }: FieldsProps) {
  const { t } = useWords()
  return (
    <>
      <Field
        label={t('surveys.basis.sale')}
        hint={t('surveys.basis.saleHint')}
        required
        maxLength={2000}
        value={facts.sale}
        onChange={event => put({ sale: event.target.value })}
      />
      <Field
        label={t('surveys.basis.soldAt')}
        type="date"
        required
        value={facts.soldAt}
        onChange={event => put({ soldAt: event.target.value })}
      />
      <Field
        label={t('surveys.basis.notice')}
        lines={3}
        required
        maxLength={2000}
        value={facts.notice}
        onChange={event => put({ notice: event.target.value })}
      />
      <Field
        label={t('surveys.basis.noticeShownAt')}
        type="date"
        required
        value={facts.noticeShownAt}
        onChange={event => put({ noticeShownAt: event.target.value })}
      />
      <Check required checked={facts.own} onChange={event => put({ own: event.target.checked })}>
        {t('surveys.basis.own')}
      </Check>
      <Check required checked={facts.noObjection} onChange={event => put({ noObjection: event.target.checked })}>
        {t('surveys.basis.noObjection')}
      </Check>
    </>
  )
}

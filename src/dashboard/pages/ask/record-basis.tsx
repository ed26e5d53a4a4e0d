import { useState } from 'react'
import { z } from 'zod'
import type { Audience } from '../../../vocabulary/audience.ts'
import { send } from '../../api.ts'
import { useChange } from '../../shell/use-change.ts'
import { fieldOf, useParts } from '../../shell/use-parts.ts'
import { Check, Choice, DialogButton, Field, Form, useWords } from '../../ui/index.ts'

const Recorded = z.object({ people: z.number() })
const KINDS = ['consent', 'existing_customer'] as const
const CHANNELS = ['email', 'sms'] as const
const NO_CONSENT = { text: '', givenAt: '', source: '' }
const NO_SALE = { sale: '', soldAt: '', notice: '', noticeShownAt: '', ownSimilarOffers: false, noObjection: false }

type Props = { audience: Audience; people: number; channel?: (typeof CHANNELS)[number] }

/** Records why the chosen people may be asked; every fact that the law wants is a field of its own. */
export function RecordBasis(props: Props) {
  const { t } = useWords()
  return (
    <DialogButton name={t('surveys.send.recordBasis')} title={t('surveys.basis.title')}>
      {close => <BasisForm {...props} close={close} />}
    </DialogButton>
  )
}

function BasisForm({ audience, people, close, ...chosen }: Props & { close: () => void }) {
  const { t } = useWords()
  const { run, busy } = useChange('send-check')
  const [channel, setChannel] = useState(chosen.channel ?? 'email')
  const [basis, setBasis] = useState<(typeof KINDS)[number]>('consent')
  const [consent, putConsent] = useParts(NO_CONSENT)
  const [sale, putSale] = useParts(NO_SALE)
  const save = async () => {
    const evidence = { basis, ...(basis === 'consent' ? consent : sale) }
    if (await run(() => send('POST', '/permissions', { channel, audience, evidence }, Recorded))) close()
  }
  return (
    <Form does={t('surveys.basis.save', { n: people })} busy={busy} onSubmit={() => void save()}>
      <p>{t('surveys.basis.text', { n: people })}</p>
      <Choice
        label={t('permissions.report.channel')}
        value={channel}
        of={CHANNELS}
        wordOf={value => t(`permissions.report.${value}`)}
        onChange={setChannel}
      />
      <Choice
        label={t('surveys.basis.kind')}
        value={basis}
        of={KINDS}
        wordOf={value => t(`surveys.basis.${value}`)}
        onChange={setBasis}
      />
      {basis === 'consent' ? (
        <ConsentFields facts={consent} put={putConsent} />
      ) : (
        <SaleFields facts={sale} put={putSale} />
      )}
    </Form>
  )
}

type Fields<Facts> = { facts: Facts; put: (change: Partial<Facts>) => void }

function ConsentFields({ facts, put }: Fields<typeof NO_CONSENT>) {
  const { t } = useWords()
  const field = fieldOf(facts, put)
  const hint = t('surveys.basis.consentTextHint')
  return (
    <>
      <Field
        label={t('surveys.basis.consentText')}
        hint={hint}
        lines={3}
        required
        maxLength={2000}
        {...field('text')}
      />
      <Field label={t('surveys.basis.givenAt')} type="date" required {...field('givenAt')} />
      <Field
        label={t('surveys.basis.source')}
        hint={t('surveys.basis.sourceHint')}
        required
        maxLength={2000}
        {...field('source')}
      />
    </>
  )
}

function SaleFields({ facts, put }: Fields<typeof NO_SALE>) {
  const { t } = useWords()
  const field = fieldOf(facts, put)
  const hint = t('surveys.basis.saleHint')
  return (
    <>
      <Field label={t('surveys.basis.sale')} hint={hint} required maxLength={2000} {...field('sale')} />
      <Field label={t('surveys.basis.soldAt')} type="date" required {...field('soldAt')} />
      <Field label={t('surveys.basis.notice')} lines={3} required maxLength={2000} {...field('notice')} />
      <Field label={t('surveys.basis.noticeShownAt')} type="date" required {...field('noticeShownAt')} />
      <Check
        required
        checked={facts.ownSimilarOffers}
        onChange={event => put({ ownSimilarOffers: event.target.checked })}
      >
        {t('surveys.basis.own')}
      </Check>
      <Check required checked={facts.noObjection} onChange={event => put({ noObjection: event.target.checked })}>
        {t('surveys.basis.noObjection')}
      </Check>
    </>
  )
}

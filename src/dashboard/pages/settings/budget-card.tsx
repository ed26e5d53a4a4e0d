import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { BUDGETED_PURPOSES } from '../../../vocabulary/contact-budget.ts'
import { Sending } from '../../../vocabulary/sending.ts'
import { get, send } from '../../api.ts'
import { useChange } from '../../shell/use-change.ts'
import { Button, Card, Check, ErrorState, Field, Skeleton, useWords } from '../../ui/index.ts'
import { type Given, givenOf, ruleChange } from './budget-form.ts'
import { PurposeLimits } from './purpose-limits.tsx'
import { QuietForm } from './quiet-form.tsx'

/** How often and when people may be contacted: one budget over everything that asks or advertises. */
export function BudgetCard({ mayChange }: { mayChange: boolean }) {
  const { t } = useWords()
  const sending = useQuery({ queryKey: ['sending'], queryFn: () => get('/sending', Sending) })
  return (
    <Card title={t('budget.title')} span={12}>
      <p className="quiet">{t('budget.lead')}</p>
      {sending.isError && <ErrorState error={sending.error} retry={() => sending.refetch()} />}
      {sending.isPending && <Skeleton height={240} />}
      {sending.data && <BudgetForm sending={sending.data} mayChange={mayChange} />}
    </Card>
  )
}

function BudgetForm({ sending, mayChange }: { sending: Sending; mayChange: boolean }) {
  const { t } = useWords()
  const { run, busy } = useChange('sending', 'send-check', 'budget')
  const [given, setGiven] = useState(() => givenOf(sending))
  const put = (change: Partial<Given>) => setGiven(before => ({ ...before, ...change }))
  const save = (event: FormEvent) => {
    event.preventDefault()
    void run(() => send('PATCH', '/sending', ruleChange(given)), t('settings.saved'))
  }
  const order = BUDGETED_PURPOSES.map(purpose => t(`budget.purposes.${purpose}`)).join(' › ')
  return (
    <form onSubmit={save}>
      <fieldset className="budget" disabled={!mayChange}>
        <div className="budget-part">
          <div className="pair">
            <NumberField label={t('budget.limit')} most={50} value={given.limit} onChange={limit => put({ limit })} />
            <NumberField label={t('budget.days')} most={365} value={given.days} onChange={days => put({ days })} />
          </div>
          <p className="small">{t('budget.limitHint')}</p>
          <Check checked={given.followUpsCount} onChange={event => put({ followUpsCount: event.target.checked })}>
            {t('budget.followUps')}
          </Check>
          <p className="small">{t('budget.order', { list: order })}</p>
          <QuietForm given={given} put={put} zonesVersion={sending.zonesVersion} />
        </div>
        <PurposeLimits given={given} put={put} />
      </fieldset>
      {mayChange && (
        <Button kind="primary" type="submit" busy={busy}>
          {t('settings.save')}
        </Button>
      )}
    </form>
  )
}

function NumberField(props: { label: string; most: number; value: number; onChange: (value: number) => void }) {
  const { label, most, value, onChange } = props
  return (
    <Field
      label={label}
      type="number"
      min={1}
      max={most}
      required
      value={value}
      onChange={event => onChange(Number(event.target.value))}
    />
  )
}

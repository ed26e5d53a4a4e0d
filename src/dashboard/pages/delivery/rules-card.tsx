import { type FormEvent, useState } from 'react'
import type { DeliveryRules } from '../../../vocabulary/delivery.ts'
import { send } from '../../api.ts'
import { useChange } from '../../shell/use-change.ts'
import { Button, Card, Check, Field, Skeleton, useWords } from '../../ui/index.ts'
import { useRules } from './use-delivery.ts'

/** Where bounces go, when an address rests, how a new sender warms up. */
export function RulesCard() {
  const { t } = useWords()
  const rules = useRules().data
  return (
    <Card title={t('delivery.rules.title')}>{rules ? <RulesForm rules={rules} /> : <Skeleton height={200} />}</Card>
  )
}

function RulesForm({ rules }: { rules: DeliveryRules }) {
  const { t } = useWords()
  const { run, busy } = useChange('delivery-rules', 'sender')
  const [form, setForm] = useState({ ...rules, returnAddress: rules.returnAddress ?? '' })
  const save = (event: FormEvent) => {
    event.preventDefault()
    const change = { ...form, returnAddress: form.returnAddress.trim() || null }
    void run(() => send('PATCH', '/delivery-rules', change), t('delivery.rules.saved'))
  }
  const figure = (name: 'softBounces' | 'softBounceDays' | 'warmUpFirst', min: number, max: number) => ({
    type: 'number' as const,
    min,
    max,
    required: true,
    value: form[name] ?? '',
    onChange: (event: { target: { value: string } }) => setForm({ ...form, [name]: Number(event.target.value) }),
  })
  return (
    <form onSubmit={save}>
      <Field
        label={t('delivery.rules.returnAddress')}
        hint={t('delivery.rules.returnAddressHint')}
        type="email"
        value={form.returnAddress}
        onChange={event => setForm({ ...form, returnAddress: event.target.value })}
      />
      <Field
        label={t('delivery.rules.softBounces')}
        hint={t('delivery.rules.softBouncesHint')}
        {...figure('softBounces', 0, 20)}
      />
      <Field label={t('delivery.rules.softBounceDays')} {...figure('softBounceDays', 1, 365)} />
      <Check
        checked={form.warmUpFirst !== null}
        onChange={event => setForm({ ...form, warmUpFirst: event.target.checked ? 50 : null })}
      >
        {t('delivery.rules.warmUp')}
      </Check>
      <p className="small">{t('delivery.rules.warmUpHint')}</p>
      {form.warmUpFirst !== null && (
        <Field label={t('delivery.rules.warmUpFirst')} {...figure('warmUpFirst', 10, 5000)} />
      )}
      <Button type="submit" busy={busy}>
        {t('delivery.rules.save')}
      </Button>
    </form>
  )
}

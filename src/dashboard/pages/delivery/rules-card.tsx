import type { DeliveryRules } from '../../../vocabulary/delivery.ts'
import { send } from '../../api.ts'
import { useChange } from '../../shell/use-change.ts'
import { fieldOf, useParts } from '../../shell/use-parts.ts'
import { Card, Check, Field, Form, Loaded, NumberField, useWords } from '../../ui/index.ts'
import { useRules } from './use-delivery.ts'

/** Where bounces go, when an address rests, how a new sender warms up. */
export function RulesCard() {
  const { t } = useWords()
  return (
    <Card title={t('delivery.rules.title')}>
      <Loaded of={useRules()} height={200}>
        {rules => <RulesForm rules={rules} />}
      </Loaded>
    </Card>
  )
}

function RulesForm({ rules }: { rules: DeliveryRules }) {
  const { t } = useWords()
  const { run, busy } = useChange('delivery-rules', 'sender')
  const [form, put] = useParts({ ...rules, returnAddress: rules.returnAddress ?? '' })
  const save = () => {
    const change = { ...form, returnAddress: form.returnAddress.trim() || null }
    void run(() => send('PATCH', '/delivery-rules', change), t('delivery.rules.saved'))
  }
  const figure = (name: 'softBounces' | 'softBounceDays' | 'warmUpFirst', min: number, max: number) => ({
    ...{ min, max },
    value: form[name] ?? min,
    onChange: (value: number) => put({ [name]: value }),
  })
  return (
    <Form quiet does={t('delivery.rules.save')} busy={busy} onSubmit={save}>
      <Field
        label={t('delivery.rules.returnAddress')}
        hint={t('delivery.rules.returnAddressHint')}
        type="email"
        {...fieldOf(form, put)('returnAddress')}
      />
      <NumberField
        label={t('delivery.rules.softBounces')}
        hint={t('delivery.rules.softBouncesHint')}
        {...figure('softBounces', 0, 20)}
      />
      <NumberField label={t('delivery.rules.softBounceDays')} {...figure('softBounceDays', 1, 365)} />
      <Check
        checked={form.warmUpFirst !== null}
        onChange={event => put({ warmUpFirst: event.target.checked ? 50 : null })}
      >
        {t('delivery.rules.warmUp')}
      </Check>
      <p className="small">{t('delivery.rules.warmUpHint')}</p>
      {form.warmUpFirst !== null && (
        <NumberField label={t('delivery.rules.warmUpFirst')} {...figure('warmUpFirst', 10, 5000)} />
      )}
    </Form>
  )
}

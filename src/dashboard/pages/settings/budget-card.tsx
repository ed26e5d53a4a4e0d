import { useQuery } from '@tanstack/react-query'
import { BUDGETED_PURPOSES } from '../../../vocabulary/contact-budget.ts'
import { Sending } from '../../../vocabulary/sending.ts'
import { get, send } from '../../api.ts'
import { useChange } from '../../shell/use-change.ts'
import { useParts } from '../../shell/use-parts.ts'
import { Card, Check, Form, Loaded, NumberField, useWords } from '../../ui/index.ts'
import { givenOf, ruleChange } from './budget-form.ts'
import { PurposeLimits } from './purpose-limits.tsx'
import { QuietForm } from './quiet-form.tsx'

/** How often and when people may be contacted: one budget over everything that asks or advertises. */
export function BudgetCard({ mayChange }: { mayChange: boolean }) {
  const { t } = useWords()
  const sending = useQuery({ queryKey: ['sending'], queryFn: () => get('/sending', Sending) })
  return (
    <Card title={t('budget.title')} span={12}>
      <p className="quiet">{t('budget.lead')}</p>
      <Loaded of={sending} height={240}>
        {found => <BudgetForm sending={found} mayChange={mayChange} />}
      </Loaded>
    </Card>
  )
}

function BudgetForm({ sending, mayChange }: { sending: Sending; mayChange: boolean }) {
  const { t } = useWords()
  const { run, busy } = useChange('sending', 'send-check', 'budget')
  const [given, put] = useParts(() => givenOf(sending))
  const save = () => void run(() => send('PATCH', '/sending', ruleChange(given)), t('settings.saved'))
  const order = BUDGETED_PURPOSES.map(purpose => t(`budget.purposes.${purpose}`)).join(' › ')
  return (
    <Form does={mayChange ? t('settings.save') : null} busy={busy} onSubmit={save}>
      <fieldset className="budget" disabled={!mayChange}>
        <div className="budget-part">
          <div className="pair">
            <NumberField
              label={t('budget.limit')}
              min={1}
              max={50}
              value={given.limit}
              onChange={limit => put({ limit })}
            />
            <NumberField
              label={t('budget.days')}
              min={1}
              max={365}
              value={given.days}
              onChange={days => put({ days })}
            />
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
    </Form>
  )
}

import { useRef, useState } from 'react'
import { SuppressionListResult } from '../../../vocabulary/delivery.ts'
import { send } from '../../api.ts'
import { useChange } from '../../shell/use-change.ts'
import { Card, Choice, Form, useToast, useWords } from '../../ui/index.ts'
import { addressesIn } from './addresses-in.ts'

const REASONS = ['objection', 'hard_bounce', 'complaint', 'operator'] as const
const AT_ONCE = 2000

/** Takes in the suppression list of another tool. */
export function TakeList() {
  const { t } = useWords()
  const toast = useToast()
  const { run, busy } = useChange('suppressions')
  const [reason, setReason] = useState<(typeof REASONS)[number]>('objection')
  const [result, setResult] = useState<SuppressionListResult | null>(null)
  const file = useRef<HTMLInputElement>(null)
  const take = async () => {
    const chosen = file.current?.files?.[0]
    if (!chosen) return
    const addresses = addressesIn(await chosen.text())
    if (addresses.length === 0) return toast(t('delivery.suppressed.listEmpty'))
    const total = { added: 0, known: 0, invalid: [] as number[] }
    for (let at = 0; at < addresses.length; at += AT_ONCE) {
      const items = addresses.slice(at, at + AT_ONCE).map(address => ({ address, reason }))
      const part = await run(() =>
        send('POST', '/suppressions/lists', { items, note: chosen.name }, SuppressionListResult),
      )
      if (!part) return
      total.added += part.added
      total.known += part.known
      total.invalid.push(...part.invalid)
    }
    setResult(total)
  }
  return (
    <Card title={t('delivery.suppressed.listTitle')} span={7}>
      <Form quiet does={t('delivery.suppressed.listTake')} busy={busy} onSubmit={() => void take()}>
        <p className="quiet">{t('delivery.suppressed.listLead')}</p>
        <div className="pair">
          <div className="field">
            <label htmlFor="suppression-file">{t('delivery.suppressed.listFile')}</label>
            <input
              id="suppression-file"
              ref={file}
              className="input"
              type="file"
              accept=".csv,.txt,text/csv,text/plain"
              required
            />
          </div>
          <Choice
            label={t('delivery.suppressed.listReason')}
            value={reason}
            of={REASONS}
            wordOf={value => t(`delivery.suppressed.reasons.${value}`)}
            onChange={setReason}
          />
        </div>
        {result && (
          <p role="status">
            {t('delivery.suppressed.listDone', {
              added: result.added,
              known: result.known,
              invalid: result.invalid.length,
            })}
          </p>
        )}
      </Form>
    </Card>
  )
}

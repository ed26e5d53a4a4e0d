import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { AnonymityRule } from '../../../vocabulary/rating.ts'
import { get, send } from '../../api.ts'
import { useChange } from '../../shell/use-change.ts'
import { Card, Form, Loaded, NumberField, useWords } from '../../ui/index.ts'

/** How many answers of an anonymous survey have to come together before any of them is shown. */
export function AnonymityCard({ mayChange }: { mayChange: boolean }) {
  const { t } = useWords()
  const rule = useQuery({ queryKey: ['anonymity'], queryFn: () => get('/anonymity', AnonymityRule) })
  return (
    <Card title={t('pulse.sealed.settings')}>
      <Loaded of={rule} height={90}>
        {found => <RuleForm rule={found} mayChange={mayChange} />}
      </Loaded>
    </Card>
  )
}

function RuleForm({ rule, mayChange }: { rule: AnonymityRule; mayChange: boolean }) {
  const { t } = useWords()
  const { run, busy } = useChange('anonymity', 'pulse')
  const [shownFrom, setShownFrom] = useState(rule.shownFrom)
  const save = () => void run(() => send('PUT', '/anonymity', { shownFrom }), t('settings.saved'))
  return (
    <Form does={mayChange ? t('settings.save') : null} busy={busy} onSubmit={save}>
      <NumberField
        label={t('pulse.sealed.shownFrom')}
        hint={t('pulse.sealed.hint')}
        min={5}
        max={1000}
        disabled={!mayChange}
        value={shownFrom}
        onChange={setShownFrom}
      />
    </Form>
  )
}

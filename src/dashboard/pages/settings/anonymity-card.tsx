import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { AnonymityRule } from '../../../vocabulary/rating.ts'
import { get, send } from '../../api.ts'
import { useChange } from '../../shell/use-change.ts'
import { Button, Card, ErrorState, Field, Skeleton, useWords } from '../../ui/index.ts'

/** How many answers of an anonymous survey have to come together before any of them is shown. */
export function AnonymityCard({ mayChange }: { mayChange: boolean }) {
  const { t } = useWords()
  const rule = useQuery({ queryKey: ['anonymity'], queryFn: () => get('/anonymity', AnonymityRule) })
  return (
    <Card title={t('pulse.sealed.settings')}>
      {rule.isError && <ErrorState error={rule.error} retry={() => rule.refetch()} />}
      {rule.isPending && <Skeleton height={90} />}
      {rule.data && <RuleForm rule={rule.data} mayChange={mayChange} />}
    </Card>
  )
}

function RuleForm({ rule, mayChange }: { rule: AnonymityRule; mayChange: boolean }) {
  const { t } = useWords()
  const { run, busy } = useChange('anonymity', 'pulse')
  const [given, setGiven] = useState(String(rule.shownFrom))
  const save = (event: FormEvent) => {
    event.preventDefault()
    void run(() => send('PUT', '/anonymity', { shownFrom: Number(given) }), t('settings.saved'))
  }
  return (
    <form onSubmit={save}>
      <Field
        label={t('pulse.sealed.shownFrom')}
        hint={t('pulse.sealed.hint')}
        type="number"
        min={5}
        max={1000}
        required
        disabled={!mayChange}
        value={given}
        onChange={event => setGiven(event.target.value)}
      />
      {mayChange && (
        <Button kind="primary" type="submit" busy={busy}>
          {t('settings.save')}
        </Button>
      )}
    </form>
  )
}

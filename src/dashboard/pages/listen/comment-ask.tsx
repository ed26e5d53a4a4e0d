import { useQuery } from '@tanstack/react-query'
import { CommentAskRule, roleIncludes } from '../../../vocabulary/index.ts'
import { get, send } from '../../api.ts'
import { useChange } from '../../shell/use-change.ts'
import { Card, Select, useWords } from '../../ui/index.ts'
import { useWho } from '../settings/use-who.ts'

const DAYS = [1, 2, 3, 5, 7, 10]

/** Whether and when a survey asks for the reasons behind a number without words. */
export function CommentAsk({ surveyId }: { surveyId: string }) {
  const { t } = useWords()
  const address = `/surveys/${surveyId}/comment-ask`
  const rule = useQuery({ queryKey: ['comment-ask', surveyId], queryFn: () => get(address, CommentAskRule) }).data
  const role = useWho().data?.role
  const { run, busy } = useChange('comment-ask')
  if (!rule) return null
  const choose = (days: string) =>
    run(() => send('PUT', address, { days: days === '' ? null : Number(days) }), t('answers.commentAsk.saved'))
  return (
    <Card title={t('answers.commentAsk.title')}>
      <p className="small">{t('answers.commentAsk.text')}</p>
      <Select
        label={t('answers.commentAsk.when')}
        value={String(rule.days ?? '')}
        disabled={busy || !role || !roleIncludes(role, 'manager')}
        options={[
          { value: '', label: t('answers.commentAsk.off') },
          ...DAYS.map(days => ({ value: String(days), label: t('answers.commentAsk.after', { days }) })),
        ]}
        onChange={event => choose(event.target.value)}
      />
    </Card>
  )
}

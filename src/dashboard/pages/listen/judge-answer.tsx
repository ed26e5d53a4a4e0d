import { ANSWER_EVIDENCE, type AnswerLine, type AnswerVerdict } from '../../../vocabulary/index.ts'
import { send } from '../../api.ts'
import { useChange } from '../../shell/use-change.ts'
import { Button, useWords } from '../../ui/index.ts'

/** Why an answer was set aside, and the two decisions about it. */
export function JudgeAnswer({ answer }: { answer: AnswerLine }) {
  const { t } = useWords()
  const { run, busy } = useChange('answers', 'answer-counts', 'pulse', 'counts')
  const evidence = ANSWER_EVIDENCE.find(code => code === answer.evidence) ?? 'other'
  const judge = (decision: AnswerVerdict['decision']) =>
    run(() => send('POST', `/answers/${answer.responseId}/review`, { decision }), t(`answers.${decision}`))
  return (
    <div className="judge">
      <p className="small">{t(`answers.evidence.${evidence}`)}</p>
      <div className="row">
        <Button onClick={() => judge('accepted')} busy={busy}>
          {t('answers.accept')}
        </Button>
        <Button onClick={() => judge('discarded')} busy={busy}>
          {t('answers.discard')}
        </Button>
      </div>
    </div>
  )
}

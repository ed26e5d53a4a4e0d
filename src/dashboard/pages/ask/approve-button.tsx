import { useNavigate } from '@tanstack/react-router'
import { Wave } from '../../../vocabulary/wave.ts'
import { send } from '../../api.ts'
import { useChange } from '../../shell/use-change.ts'
import { ConfirmButton, useWords } from '../../ui/index.ts'
import { newWaveOf, type PlannedRound } from './planned-round.ts'
import { subjectsReady } from './subjects-field.tsx'
import { useSending } from './use-ask.ts'

/** The last question before mails leave. */
export function ApproveButton(props: { surveyId: string; round: PlannedRound; asked: number }) {
  const { surveyId, round, asked } = props
  const { t } = useWords()
  const navigate = useNavigate()
  const caught = useSending().data?.caught
  const { run, busy } = useChange('waves', 'send-check')
  const approve = () =>
    run(async () => {
      const { waveId } = await send('POST', '/waves', newWaveOf(surveyId, round), Wave)
      await send('POST', `/waves/${waveId}/approval`, {}, Wave)
      await navigate({ to: `/ask/rounds/${waveId}` })
    })
  return (
    <ConfirmButton
      name={t('surveys.send.approve')}
      title={t('surveys.send.approveTitle', { n: asked })}
      kind="primary"
      disabled={round.name.trim() === '' || !subjectsReady(round.subjects)}
      asks={{
        text: t(caught ? 'surveys.send.approveCaught' : 'surveys.send.approveText'),
        does: t('surveys.send.approveDo'),
        kind: 'primary',
      }}
      busy={busy}
      onConfirm={approve}
    />
  )
}

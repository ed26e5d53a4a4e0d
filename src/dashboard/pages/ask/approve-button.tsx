import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Wave } from '../../../vocabulary/wave.ts'
import { send } from '../../api.ts'
import { useChange } from '../../shell/use-change.ts'
import { Button, Dialog, useWords } from '../../ui/index.ts'
import { newWaveOf, type PlannedRound } from './planned-round.ts'
import { subjectsReady } from './subjects-field.tsx'
import { useSending } from './use-ask.ts'

/** The last question before mails leave. */
export function ApproveButton(props: { surveyId: string; round: PlannedRound; asked: number }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const caught = useSending().data?.caught
  const { run, busy } = useChange('waves', 'send-check')
  const [open, setOpen] = useState(false)
  const approve = () =>
    run(async () => {
      const { waveId } = await send('POST', '/waves', newWaveOf(props.surveyId, props.round), Wave)
      await send('POST', `/waves/${waveId}/approval`, {}, Wave)
      await navigate({ to: `/ask/rounds/${waveId}` })
    })
  return (
    <>
      <Button
        kind="primary"
        disabled={props.round.name.trim() === '' || !subjectsReady(props.round.subjects)}
        onClick={() => setOpen(true)}
      >
        {t('surveys.send.approve')}
      </Button>
      <Dialog title={t('surveys.send.approveTitle', { n: props.asked })} open={open} onClose={() => setOpen(false)}>
        <p>{t(caught ? 'surveys.send.approveCaught' : 'surveys.send.approveText')}</p>
        <div className="row">
          <Button kind="primary" busy={busy} onClick={approve} data-first>
            {t('surveys.send.approveDo')}
          </Button>
          <Button onClick={() => setOpen(false)}>{t('surveys.send.cancel')}</Button>
        </div>
      </Dialog>
    </>
  )
}

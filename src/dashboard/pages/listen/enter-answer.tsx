import { DialogButton, useWords } from '../../ui/index.ts'
import { EnterForm } from './enter-form.tsx'

/** The button and dialog for answers that came on paper or on the phone; without `personId` the person is chosen first. */
export function EnterAnswer({ personId }: { personId?: string }) {
  const { t } = useWords()
  return (
    <DialogButton name={t('answers.enter')} title={t('answers.enterTitle')}>
      {close => <EnterForm personId={personId ?? null} done={close} />}
    </DialogButton>
  )
}

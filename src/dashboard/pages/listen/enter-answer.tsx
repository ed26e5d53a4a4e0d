import { useState } from 'react'
import { Button, Dialog, useWords } from '../../ui/index.ts'
import { EnterForm } from './enter-form.tsx'

/** The button and dialog for answers that came on paper or on the phone; without `personId` the person is chosen first. */
export function EnterAnswer({ personId }: { personId?: string }) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('answers.enter')}</Button>
      <Dialog title={t('answers.enterTitle')} open={open} onClose={close}>
        <EnterForm personId={personId ?? null} done={close} />
      </Dialog>
    </>
  )
}

import { useNavigate } from '@tanstack/react-router'
import { send } from '../../api.ts'
import { useChange } from '../../shell/use-change.ts'
import { ConfirmButton, useWords } from '../../ui/index.ts'

/** Removes something after asking once more, and goes back to its list. */
export function RemoveButton({ path, touches, back }: { path: string; touches: string; back: string }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const { run, busy } = useChange(touches)
  const remove = () =>
    run(async () => {
      await send('DELETE', path)
      await navigate({ to: back })
    }, t('waves.removed'))
  return (
    <ConfirmButton
      name={t('waves.remove')}
      kind="plain"
      asks={{ text: t('waves.removeText'), does: t('waves.remove'), kind: 'danger' }}
      busy={busy}
      onConfirm={remove}
    />
  )
}

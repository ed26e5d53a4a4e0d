import { Problem } from '../api.ts'
import { Button } from './button.tsx'
import { useWords } from './words.tsx'

/** What went wrong in the server's own sentence, and how to try again. */
export function ErrorState({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useWords()
  const unreachable = error instanceof TypeError || error instanceof Problem
  const sentence =
    error instanceof Problem && error.message ? error.message : t(unreachable ? 'shell.unreachable' : 'shell.failed')
  return (
    <div className="trouble" role="alert">
      <p>{sentence}</p>
      {retry && <Button onClick={retry}>{t('shell.retry')}</Button>}
    </div>
  )
}

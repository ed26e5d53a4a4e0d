import { useState } from 'react'
import { queries, send } from '../api.ts'
import { Button, Dialog, ErrorState, useWords } from '../ui/index.ts'
import { useSession } from './session.tsx'

/** Says that nothing here is real, and removes it after one question. */
export function DemoNote() {
  const { t } = useWords()
  const session = useSession().data
  const [asking, setAsking] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  if (!session?.workspace?.demo) return null
  const remove = async () => {
    try {
      await send('DELETE', '/demo')
      await queries.resetQueries()
      location.assign('/')
    } catch (failure) {
      setProblem(failure)
    }
  }
  return (
    <aside className="demo-note" aria-label={t('shell.demo.tag')}>
      <span>{t('shell.demo.note')}</span>
      <button type="button" className="btn plain" onClick={() => setAsking(true)}>
        {t('shell.demo.remove')}
      </button>
      <Dialog title={t('shell.demo.remove')} open={asking} onClose={() => setAsking(false)}>
        <p>{t('shell.demo.sure')}</p>
        {problem !== null && <ErrorState error={problem} />}
        <div className="row">
          <Button kind="primary" onClick={remove}>
            {t('shell.demo.remove')}
          </Button>
          <Button onClick={() => setAsking(false)}>{t('shell.cancel')}</Button>
        </div>
      </Dialog>
    </aside>
  )
}

import type { Sealed } from '../../../vocabulary/index.ts'
import { useWords } from '../../ui/index.ts'

/** That the survey is anonymous, how its answers are shown, and how many are not shown yet. */
export function SealedNote({ sealed }: { sealed: Sealed }) {
  const { t } = useWords()
  return (
    <section className="card sealed" aria-label={t('pulse.sealed.title')}>
      <p>
        <b>{t('pulse.sealed.title')}</b> · {t('pulse.sealed.text', { shownFrom: sealed.shownFrom })}{' '}
        {t('pulse.sealed.waiting', { waiting: sealed.waiting })}
      </p>
    </section>
  )
}

import { useQuery } from '@tanstack/react-query'
import { AnswerCounts } from '../../../vocabulary/index.ts'
import { get } from '../../api.ts'
import { useWords } from '../../ui/index.ts'

/** Over how many days answers are counted. */
export const COUNTED_DAYS = 90

/** How many answers count, of one survey or all, and what came beside them. */
export const useAnswerCounts = (survey: string | undefined) =>
  useQuery({
    queryKey: ['answer-counts', survey],
    queryFn: () => get('/answers/counts', AnswerCounts, { survey, days: COUNTED_DAYS }),
  }).data

/** What counts and what came beside it: opened numbers are no votes, and answers set aside wait for a decision. */
export function CountBar(props: {
  counts: AnswerCounts
  /** Whether the headline says already how many count. */
  said: boolean
  onLook: (() => void) | null
}) {
  const { counts, said, onLook } = props
  const { t } = useWords()
  return (
    <section className="count-bar" aria-label={t('answers.countsNote', { days: COUNTED_DAYS })}>
      <ul>
        {!said && (
          <li>
            <b>{t('answers.counted', { n: counts.confirmed })}</b>
          </li>
        )}
        <li>{t('answers.unconfirmed', { n: counts.unconfirmed })}</li>
        {counts.scanned > 0 && <li>{t('answers.scanned', { n: counts.scanned })}</li>}
        <li>
          {t('answers.setAside', { n: counts.setAside })}
          {counts.setAside > 0 && onLook && (
            <button type="button" className="btn plain" onClick={onLook}>
              {t('answers.look')}
            </button>
          )}
        </li>
      </ul>
      <p className="small">{t('answers.countsNote', { days: COUNTED_DAYS })}</p>
    </section>
  )
}

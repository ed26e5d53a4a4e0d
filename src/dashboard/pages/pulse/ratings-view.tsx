import type { Pulse } from '../../../vocabulary/index.ts'
import { ErrorState, useWords } from '../../ui/index.ts'
import { CommentsCard } from './comments-card.tsx'
import type { ChangeFilters, PulseFilters } from './filters.ts'
import { PulseSkeleton } from './pulse-skeleton.tsx'
import { RatingHero } from './rating-hero.tsx'
import { RatingSegmentsCard } from './rating-segments-card.tsx'
import { RatingTrendCard } from './rating-trend-card.tsx'
import { SealedNote } from './sealed-note.tsx'
import { useRatings } from './use-ratings.ts'
import { WaitingCard } from './waiting-card.tsx'

type Props = { filters: PulseFilters; onChange: ChangeFilters; waiting: Pulse['waiting'] }

/** A survey that opens with another question than NPS: its own figures instead of the score, on its own scale. */
export function RatingsView({ filters, onChange, waiting }: Props) {
  const { t, f } = useWords()
  const { data: ratings, error, refetch } = useRatings(filters)
  if (!ratings) return error ? <ErrorState error={error} retry={refetch} /> : <PulseSkeleton />
  const { now, n, opening, sealed } = ratings
  const share = now && f.percent(now.good.share, 0)
  const heading = share === null ? t('pulse.ratings.headFree', { n }) : t('pulse.ratings.head', { share, n })
  return (
    <>
      <div className="headline">
        <h1>{n === 0 ? t('pulse.ratings.headNone') : heading}</h1>
        <p className="small">
          {ratings.name} · {opening !== 'nps' && t(`pulse.ratings.kind.${opening}`)} ·{' '}
          {f.days(ratings.period.from, ratings.period.to)} · {t('pulse.ratings.own')}
        </p>
        {n === 0 && <p className="quiet">{t('pulse.ratings.none')}</p>}
      </div>
      {sealed && <SealedNote sealed={sealed} />}
      <div className="grid">
        {now && <RatingHero ratings={ratings} figure={now} />}
        {now && <RatingTrendCard ratings={ratings} onUnit={unit => onChange({ unit })} />}
        {now && ratings.segments.length > 0 && <RatingSegmentsCard ratings={ratings} />}
        {n > 0 && <WaitingCard waiting={waiting} />}
        {n > 0 && <CommentsCard pulse={ratings} />}
      </div>
    </>
  )
}

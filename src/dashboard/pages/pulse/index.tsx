import './pulse.css'
import type { Pulse } from '../../../vocabulary/index.ts'
import { useAddress } from '../../shell/address.ts'
import { Page } from '../../shell/page.tsx'
import { ErrorState, useWords } from '../../ui/index.ts'
import { CommentsCard } from './comments-card.tsx'
import { EmptyPulse } from './empty-pulse.tsx'
import { FilterBar } from './filter-bar.tsx'
import { type ChangeFilters, PulseFilters } from './filters.ts'
import { PulseHeadline } from './headline.tsx'
import { HeroCard } from './hero-card.tsx'
import { PulseSkeleton } from './pulse-skeleton.tsx'
import { QuestionCards } from './question-cards.tsx'
import { RatingsView } from './ratings-view.tsx'
import { SealedNote } from './sealed-note.tsx'
import { SegmentsCard } from './segments-card.tsx'
import { TrendCard } from './trend-card.tsx'
import { usePulse } from './use-pulse.ts'
import { WaitingCard } from './waiting-card.tsx'

/** The first page: how customers feel, whether it changed, where, and who waits for a person. */
export default function PulsePage() {
  const { t } = useWords()
  const [filters, setFilters] = useAddress(PulseFilters)
  const { data: pulse, error, refetch } = usePulse(filters)
  const bar =
    pulse && pulse.answersEver > 0 ? (
      <FilterBar
        filters={filters}
        choices={pulse.choices}
        onChange={setFilters}
        comparing={pulse.period.chosen !== 'all'}
      />
    ) : undefined
  return (
    <Page title={t('pulse.title')} filters={bar}>
      {!pulse && error && (
        <>
          <h1>{t('pulse.title')}</h1>
          <ErrorState error={error} retry={refetch} />
        </>
      )}
      {!pulse && !error && <PulseSkeleton />}
      {pulse && isRated(pulse, filters) && (
        <RatingsView filters={filters} onChange={setFilters} waiting={pulse.waiting} />
      )}
      {pulse && !isRated(pulse, filters) && <ScoreView pulse={pulse} filters={filters} onChange={setFilters} />}
      {pulse && <QuestionCards filters={filters} />}
    </Page>
  )
}

/** Whether the chosen survey opens with another question than NPS. */
const isRated = ({ choices }: Pulse, { survey }: PulseFilters) =>
  choices.surveys.some(({ surveyId, opening }) => surveyId === survey && opening !== 'nps')

function ScoreView({ pulse, filters, onChange }: { pulse: Pulse; filters: PulseFilters; onChange: ChangeFilters }) {
  return (
    <>
      {pulse.sealed && <SealedNote sealed={pulse.sealed} />}
      {!pulse.now && <EmptyPulse pulse={pulse} onShowAll={() => onChange(NO_FILTERS)} />}
      {pulse.now && (
        <>
          <PulseHeadline pulse={pulse} />
          <div className="grid">
            <HeroCard pulse={pulse} against={pulse.period.chosen === 'all' ? 'none' : (filters.against ?? 'before')} />
            <TrendCard pulse={pulse} onUnit={unit => onChange({ unit })} />
            <SegmentsCard pulse={pulse} />
            <WaitingCard waiting={pulse.waiting} />
            <CommentsCard pulse={pulse} />
          </div>
        </>
      )}
    </>
  )
}

const NO_FILTERS = { period: 'all', from: undefined, to: undefined, segment: undefined, survey: undefined } as const

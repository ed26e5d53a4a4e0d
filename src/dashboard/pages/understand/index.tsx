import './understand.css'
import { isAnswerStyle, type SegmentFigure } from '../../../vocabulary/index.ts'
import { useAddress } from '../../shell/address.ts'
import { useTitles } from '../../shell/attribute-titles.ts'
import { Page } from '../../shell/page.tsx'
import { PageHead } from '../../shell/page-head.tsx'
import { ButtonLink, Card, Chip, EmptyState, ErrorState, Skeleton, useWords } from '../../ui/index.ts'
import { FilterBar } from '../pulse/filter-bar.tsx'
import { PulseFilters } from '../pulse/filters.ts'
import { StyleNote } from '../pulse/style-note.tsx'
import { usePulse } from '../pulse/use-pulse.ts'
import { AttributeTrendsCard } from './attribute-trends-card.tsx'
import { SegmentsTable } from './segments-table.tsx'
import { UnderstandTabs } from './understand-tabs.tsx'

const Filters = PulseFilters.extend({ by: PulseFilters.shape.survey })

/** Where people feel differently: every attribute as a table with its certainty, and how each value moved. */
export default function UnderstandPage() {
  const { t } = useWords()
  const [{ by, ...filters }, setFilters] = useAddress(Filters)
  const { data: pulse, error, refetch } = usePulse(filters)
  const titles = useTitles(pulse?.choices.attributes ?? [])
  const attributes = pulse?.choices.attributes.map(choice => choice.attribute) ?? []
  const chosen =
    attributes.find(attribute => attribute === by) ??
    attributes.find(attribute => !isAnswerStyle(attribute)) ??
    attributes[0]
  const tested = pulse?.segments.filter(segment => segment.q !== null) ?? []
  const isStyle = pulse?.segments.some(({ attribute, style }) => attribute === chosen && style)
  const own = tested.filter(({ attribute }) => attribute === chosen)
  const headline = { attribute: titles.attribute(chosen ?? ''), ...countsOf(own) }
  const over = tested.length > 0 && t('pulse.understand.over', countsOf(tested))
  const bar = pulse && (
    <FilterBar
      filters={filters}
      choices={pulse.choices}
      onChange={setFilters}
      comparing={pulse.period.chosen !== 'all'}
    />
  )
  return (
    <Page title={t('pulse.understand.title')} filters={bar}>
      <UnderstandTabs on="/understand" />
      <PageHead
        title={chosen && own.length > 0 ? t('pulse.understand.heading', headline) : over || t('pulse.understand.title')}
        lead={own.length > 0 && own.length < tested.length && over}
      />
      {!pulse && error && <ErrorState error={error} retry={refetch} />}
      {!pulse && !error && <Skeleton height={420} />}
      {pulse && !chosen && (
        <EmptyState
          title={t(pulse.sealed ? 'pulse.sealed.title' : 'pulse.understand.none')}
          text={t(pulse.sealed ? 'pulse.sealed.noSegments' : 'pulse.understand.noneText')}
        >
          {!pulse.sealed && <ButtonLink to="/import">{t('pulse.empty.importDo')}</ButtonLink>}
        </EmptyState>
      )}
      {pulse && chosen && (
        <>
          <fieldset className="row split">
            <legend className="small">{t('pulse.understand.attribute')}</legend>
            {attributes.map(attribute => (
              <Chip key={attribute} pressed={attribute === chosen} onPress={() => setFilters({ by: attribute })}>
                {titles.attribute(attribute)}
              </Chip>
            ))}
          </fieldset>
          <div className="grid">
            <Card span={12} title={titles.attribute(chosen)}>
              <SegmentsTable pulse={pulse} attribute={chosen} />
              <p className="small note">
                {isStyle ? (
                  <StyleNote below={!isAnswerStyle(chosen)} />
                ) : (
                  t('pulse.understand.correction', { count: pulse.segmentsTested })
                )}
              </p>
            </Card>
            <AttributeTrendsCard attribute={chosen} titles={titles} filters={filters} />
          </div>
        </>
      )}
    </Page>
  )
}

const countsOf = (segments: SegmentFigure[]) => ({
  count: segments.length,
  real: segments.filter(({ verdict }) => verdict === 'real').length,
})

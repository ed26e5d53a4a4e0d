import { CASE_QUEUES, CaseState } from '../../../vocabulary/case.ts'
import { Chip, ChipSelect, useWords } from '../../ui/index.ts'
import { type InboxFilters, useCaseCounts } from './use-cases.ts'

const QUEUES = [...CASE_QUEUES, 'all'] as const
const VIEWS = ['mine', 'overdue', 'mentioned'] as const
const SORTS = ['due', 'stake', 'newest'] as const

/** Which cases the inbox shows. */
export function InboxBar(props: { filters: InboxFilters; setFilters: (change: Partial<InboxFilters>) => void }) {
  const { t } = useWords()
  const { filters, setFilters } = props
  const counts = useCaseCounts().data
  const views = VIEWS.filter(view => view !== 'mentioned' || filters.view === view || (counts?.mentioned ?? 0) > 0)
  return (
    <>
      <ChipSelect
        label={t('cases.filter.queue')}
        value={filters.queue}
        options={QUEUES.map(value => ({ value, label: t(`cases.queues.${value}`) }))}
        onChange={value => setFilters({ queue: QUEUES.find(queue => queue === value) ?? 'support' })}
      />
      {views.map(view => (
        <Chip
          key={view}
          pressed={filters.view === view}
          onPress={() => setFilters({ view: filters.view === view ? 'all' : view })}
        >
          {t(`cases.filter.${view}`)}
        </Chip>
      ))}
      <ChipSelect
        label={t('cases.filter.state')}
        value={filters.state}
        options={CaseState.options.map(value => ({ value, label: t(`cases.states.${value}`) }))}
        onChange={value => setFilters({ state: CaseState.options.find(state => state === value) ?? 'open' })}
      />
      <ChipSelect
        label={t('cases.filter.sort')}
        value={filters.sort}
        options={SORTS.map(value => ({ value, label: t(`cases.sorts.${value}`) }))}
        onChange={value => setFilters({ sort: SORTS.find(sort => sort === value) ?? 'due' })}
      />
    </>
  )
}

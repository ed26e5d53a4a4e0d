import { useState } from 'react'
import type { Pulse } from '../../../vocabulary/index.ts'
import { useTitles } from '../../shell/attribute-titles.ts'
import { Chip, ChipSelect, useKeys, useWords } from '../../ui/index.ts'
import { FilterDialog } from './filter-dialog.tsx'
import type { ChangeFilters, PulseFilters } from './filters.ts'

const WEEKS = ['4w', '12w', '26w', '52w'] as const

type Props = { filters: PulseFilters; choices: Pulse['choices']; onChange: ChangeFilters; comparing?: boolean }

/** Survey, period, comparison and segments; everything stands in the address and can be shared. */
export function FilterBar({ filters, choices, onChange, comparing = true }: Props) {
  const { t } = useWords()
  const titles = useTitles(choices.attributes)
  const [open, setOpen] = useState(false)
  useKeys([{ keys: 'f', label: t('pulse.filter.add'), run: () => setOpen(true) }])
  const surveys = [
    { value: '', label: t('pulse.filter.allSurveys') },
    ...choices.surveys.map(({ surveyId, name, anonymous }) => ({
      value: surveyId,
      label: anonymous ? `${name} (${t('pulse.sealed.named')})` : name,
    })),
  ]
  return (
    <>
      {choices.surveys.length > 1 && (
        <ChipSelect
          label={t('pulse.filter.survey')}
          value={filters.survey ?? ''}
          options={surveys}
          onChange={survey => onChange({ survey: survey || undefined })}
        />
      )}
      <PeriodChip filters={filters} onChange={onChange} onCustom={() => setOpen(true)} />
      {comparing && <AgainstChip filters={filters} onChange={onChange} />}
      {filters.segment.map(segment => (
        <Chip
          key={segment}
          pressed
          onPress={() => onChange({ segment: filters.segment.filter(one => one !== segment) })}
        >
          {titles.segment(segment)}
          <span aria-hidden="true">✕</span>
          <span className="hidden">{t('pulse.filter.remove', { label: titles.segment(segment) })}</span>
        </Chip>
      ))}
      <Chip add onPress={() => setOpen(true)}>
        + {t('pulse.filter.add')}
      </Chip>
      <FilterDialog
        open={open}
        onClose={() => setOpen(false)}
        filters={filters}
        choices={choices}
        onChange={onChange}
      />
    </>
  )
}

function PeriodChip({
  filters,
  onChange,
  onCustom,
}: {
  filters: PulseFilters
  onChange: ChangeFilters
  onCustom: () => void
}) {
  const { t } = useWords()
  const value = filters.from || filters.to ? 'custom' : (filters.period ?? '12w')
  const options = [
    ...WEEKS.map(period => ({
      value: period as string,
      label: t('pulse.filter.weeks', { n: Number.parseInt(period, 10) }),
    })),
    { value: 'all', label: t('pulse.filter.all') },
    { value: 'custom', label: t('pulse.filter.custom') },
  ]
  const choose = (wish: string) => {
    if (wish === 'custom') onCustom()
    else onChange({ period: wish as '4w', from: undefined, to: undefined })
  }
  return <ChipSelect label={t('pulse.filter.period')} value={value} options={options} onChange={choose} />
}

function AgainstChip({ filters, onChange }: { filters: PulseFilters; onChange: ChangeFilters }) {
  const { t } = useWords()
  const options = (['before', 'year', 'none'] as const).map(value => ({ value, label: t(`pulse.filter.${value}`) }))
  return (
    <ChipSelect
      label={t('pulse.filter.against')}
      value={filters.against ?? 'before'}
      options={options}
      onChange={against => onChange({ against: against as 'before' })}
    />
  )
}

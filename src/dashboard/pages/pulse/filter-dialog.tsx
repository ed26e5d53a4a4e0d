import { BELOW, type Pulse } from '../../../vocabulary/index.ts'
import { useTitles } from '../../shell/attribute-titles.ts'
import { Button, Check, Dialog, Field, Select, useWords } from '../../ui/index.ts'
import type { ChangeFilters, PulseFilters } from './filters.ts'

type Props = {
  open: boolean
  onClose: () => void
  filters: PulseFilters
  choices: Pulse['choices']
  onChange: ChangeFilters
}

/** Days, segments and which answer of a person counts; every change shows at once behind it. */
export function FilterDialog({ open, onClose, filters, choices, onChange }: Props) {
  const { t } = useWords()
  const per = (['person', 'answer'] as const).map(value => ({ value, label: t(`pulse.filter.${value}`) }))
  const clear = () =>
    onChange({
      from: undefined,
      to: undefined,
      period: undefined,
      segment: undefined,
      per: undefined,
      survey: undefined,
    })
  return (
    <Dialog title={t('pulse.filter.title')} open={open} onClose={onClose}>
      <div className="days">
        <Field
          label={t('pulse.filter.from')}
          type="date"
          data-first
          value={filters.from ?? ''}
          onChange={event => onChange({ from: event.target.value || undefined })}
        />
        <Field
          label={t('pulse.filter.to')}
          type="date"
          value={filters.to ?? ''}
          onChange={event => onChange({ to: event.target.value || undefined })}
        />
      </div>
      {choices.attributes.map(choice => (
        <Values key={choice.attribute} choice={choice} filters={filters} onChange={onChange} />
      ))}
      <Select
        label={t('pulse.filter.per')}
        value={filters.per ?? 'person'}
        options={per}
        onChange={event => onChange({ per: event.target.value as 'person' })}
      />
      <div className="row">
        <Button kind="primary" onClick={onClose}>
          {t('pulse.filter.apply')}
        </Button>
        <Button onClick={clear}>{t('pulse.filter.clear')}</Button>
      </div>
    </Dialog>
  )
}

function Values({
  choice,
  filters,
  onChange,
}: {
  choice: Pulse['choices']['attributes'][number]
  filters: PulseFilters
  onChange: ChangeFilters
}) {
  const titles = useTitles([choice])
  const toggle = (segment: string) =>
    onChange({
      segment: filters.segment.includes(segment)
        ? filters.segment.filter(one => one !== segment)
        : [...filters.segment, segment],
    })
  return (
    <fieldset className="values">
      <legend>{titles.attribute(choice.attribute)}</legend>
      {valuesWithin(choice, filters.segment).map(value => {
        const segment = `${choice.attribute}:${value}`
        return (
          <Check key={value} checked={filters.segment.includes(segment)} onChange={() => toggle(segment)}>
            {titles.part(choice.attribute, value)}
          </Check>
        )
      })}
    </fieldset>
  )
}

/** The parts that can be chosen: of regions only those of the chosen countries, and what is chosen already. */
function valuesWithin(
  { attribute, parent, values }: Pulse['choices']['attributes'][number],
  chosen: readonly string[],
) {
  const above = chosen
    .filter(segment => segment.startsWith(`${parent}:`))
    .map(segment => segment.slice(`${parent}:`.length))
  if (parent === null || above.length === 0) return values
  const within = (value: string) => above.some(one => value.startsWith(`${one}${BELOW}`))
  return values.filter(value => within(value) || chosen.includes(`${attribute}:${value}`))
}

import type { Audience, AudienceField, AudienceFilter } from '../../../vocabulary/audience.ts'
import { Button, Check, Select, useWords } from '../../ui/index.ts'
import { useAudienceFields } from './use-ask.ts'
import { useFields } from './use-fields.ts'

/** Everybody, or people with certain values: all conditions have to hold. */
export function AudiencePicker({ audience, onChange }: { audience: Audience; onChange: (audience: Audience) => void }) {
  const { t } = useWords()
  const fields = useAudienceFields().data ?? []
  const filters = audience.kind === 'filter' ? audience.filters : []
  const put = (next: AudienceFilter[]) =>
    onChange(next.length > 0 ? { kind: 'filter', filters: next } : { kind: 'all' })
  const unused = fields.filter(field => !filters.some(filter => filter.field === field.field))
  const add = () => {
    const [first] = unused
    const value = first?.values[0]?.value
    if (first && value !== undefined)
      put([...filters, { field: first.field as AudienceFilter['field'], values: [value] }])
  }
  return (
    <div className="stack">
      <p>{t(filters.length === 0 ? 'surveys.send.all' : 'surveys.send.some')}</p>
      {filters.map((filter, at) => (
        <FilterBox
          key={filter.field}
          filter={filter}
          fields={[...fields.filter(field => field.field === filter.field), ...unused]}
          onChange={next => put(filters.flatMap((one, i) => (i === at ? (next ?? []) : one)))}
        />
      ))}
      {unused.length > 0 && filters.length < 10 && (
        <div className="row">
          <Button onClick={add}>{t('surveys.send.addFilter')}</Button>
        </div>
      )}
    </div>
  )
}

function FilterBox(props: {
  filter: AudienceFilter
  fields: AudienceField[]
  onChange: (filter: AudienceFilter | null) => void
}) {
  const { filter, fields, onChange } = props
  const { t, f } = useWords()
  const titles = useFields()
  const field = fields.find(one => one.field === filter.field)
  const toggle = (value: string, on: boolean) => {
    const values = on ? [...filter.values, value] : filter.values.filter(own => own !== value)
    onChange(values.length > 0 ? { ...filter, values } : null)
  }
  const swap = (name: string) => {
    const value = fields.find(one => one.field === name)?.values[0]?.value
    if (value !== undefined) onChange({ field: name as AudienceFilter['field'], values: [value] })
  }
  return (
    <fieldset className="filter-box">
      <legend className="hidden">{titles.name(filter.field)}</legend>
      <div className="row between">
        <Select
          label={t('surveys.send.field')}
          value={filter.field}
          options={fields.map(one => ({ value: one.field, label: titles.name(one.field) }))}
          onChange={event => swap(event.target.value)}
        />
        <Button kind="plain" onClick={() => onChange(null)}>
          {t('surveys.send.removeFilter')}
        </Button>
      </div>
      <div className="values">
        {field?.values.map(({ value, people }) => (
          <Check
            key={value}
            checked={filter.values.includes(value)}
            onChange={event => toggle(value, event.target.checked)}
          >
            {t('surveys.send.valueCount', { value: titles.value(filter.field, value), n: f.count(people) })}
          </Check>
        ))}
      </div>
    </fieldset>
  )
}

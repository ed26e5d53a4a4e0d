import type { Sample } from '../../../vocabulary/sample.ts'
import { Field, Select, useWords } from '../../ui/index.ts'
import { fieldName } from './field-name.ts'
import { useAudienceFields } from './use-ask.ts'

const USUAL_SIZE = 400

/** Everybody, or a random sample: how many, and in which parts. */
export function SampleField({
  sample,
  onChange,
}: {
  sample: Sample | null
  onChange: (sample: Sample | null) => void
}) {
  const { t } = useWords()
  const fields = useAudienceFields().data ?? []
  const choices = [
    { value: 'all', label: t('waves.sample.everybody') },
    { value: 'random', label: t('waves.sample.random') },
  ]
  return (
    <fieldset className="filter-box stack">
      <legend className="hidden">{t('waves.sample.title')}</legend>
      <Select
        label={t('waves.sample.title')}
        value={sample ? 'random' : 'all'}
        options={choices}
        onChange={event =>
          onChange(event.target.value === 'all' ? null : { size: USUAL_SIZE, allocation: 'proportional' })
        }
      />
      {sample && (
        <>
          <Field
            label={t('waves.sample.size')}
            type="number"
            min={1}
            max={1_000_000}
            required
            value={sample.size}
            onChange={event => onChange({ ...sample, size: Math.max(1, Math.floor(Number(event.target.value))) })}
          />
          <Select
            label={t('waves.sample.by')}
            value={sample.by ?? ''}
            options={[
              { value: '', label: t('waves.sample.byNone') },
              ...fields.map(({ field }) => ({ value: field, label: fieldName(field, t) })),
            ]}
            onChange={event => {
              const { by: _, ...rest } = sample
              onChange(
                event.target.value ? { ...rest, by: event.target.value } : { ...rest, allocation: 'proportional' },
              )
            }}
          />
          {sample.by && (
            <Select
              label={t('waves.sample.allocation')}
              hint={sample.allocation === 'equal' ? t('waves.sample.equalHint') : undefined}
              value={sample.allocation}
              options={(['proportional', 'equal'] as const).map(value => ({
                value,
                label: t(`waves.sample.${value}`),
              }))}
              onChange={event =>
                onChange({ ...sample, allocation: event.target.value === 'equal' ? 'equal' : 'proportional' })
              }
            />
          )}
        </>
      )}
    </fieldset>
  )
}

import type { Sample } from '../../../vocabulary/sample.ts'
import { Choice, NumberField, Select, useWords } from '../../ui/index.ts'
import { useAudienceFields } from './use-ask.ts'
import { useFields } from './use-fields.ts'

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
  const titles = useFields()
  return (
    <fieldset className="filter-box stack">
      <legend className="hidden">{t('waves.sample.title')}</legend>
      <Choice
        label={t('waves.sample.title')}
        value={sample ? 'random' : 'everybody'}
        of={['everybody', 'random']}
        wordOf={value => t(`waves.sample.${value}`)}
        onChange={value => onChange(value === 'everybody' ? null : { size: USUAL_SIZE, allocation: 'proportional' })}
      />
      {sample && (
        <>
          <NumberField
            label={t('waves.sample.size')}
            min={1}
            max={1_000_000}
            value={sample.size}
            onChange={size => onChange({ ...sample, size: Math.max(1, size) })}
          />
          <Select
            label={t('waves.sample.by')}
            value={sample.by ?? ''}
            options={[
              { value: '', label: t('waves.sample.byNone') },
              ...fields.map(({ field }) => ({ value: field, label: titles.name(field) })),
            ]}
            onChange={event => {
              const { by: _, ...rest } = sample
              onChange(
                event.target.value ? { ...rest, by: event.target.value } : { ...rest, allocation: 'proportional' },
              )
            }}
          />
          {sample.by && (
            <Choice
              label={t('waves.sample.allocation')}
              hint={sample.allocation === 'equal' ? t('waves.sample.equalHint') : undefined}
              value={sample.allocation}
              of={['proportional', 'equal']}
              wordOf={value => t(`waves.sample.${value}`)}
              onChange={allocation => onChange({ ...sample, allocation })}
            />
          )}
        </>
      )}
    </fieldset>
  )
}

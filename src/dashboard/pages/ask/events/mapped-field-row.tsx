import { TOUCHPOINT_KINDS } from '../../../../vocabulary/touchpoint.ts'
import { Field, Select, useWords } from '../../../ui/index.ts'
import { type Chosen, isFixable, type MappedField } from './mapping.ts'

const FIXED = 'fixed'
const SHORT = 40

type Props = {
  field: MappedField
  paths: { path: string; value: string }[]
  chosen: Chosen | undefined
  onChange: (chosen: Chosen | undefined) => void
}

/** Where one field stands: nowhere, at a place of the body with what it holds there, or always the same. */
export function MappedFieldRow({ field, paths, chosen, onChange }: Props) {
  const { t } = useWords()
  const path = chosen && 'path' in chosen ? chosen.path : null
  const known = paths.some(one => one.path === path)
  const places = path !== null && !known ? [{ path, value: '' }, ...paths] : paths
  const options = [
    ...(field === 'kind' || field === 'title' ? [] : [{ value: '', label: t('waves.sources.none') }]),
    ...kindOptions(),
    ...(isFixable(field) && field !== 'kind' ? [{ value: FIXED, label: t('waves.sources.fixed') }] : []),
    ...places.map(place => ({ value: `path:${place.path}`, label: labelOf(place) })),
  ]
  const choose = (value: string) => {
    if (value.startsWith('path:')) onChange({ path: value.slice(5) })
    else if (value.startsWith('kind:')) onChange({ text: value.slice(5) })
    else onChange(value === FIXED ? { text: '' } : undefined)
  }
  return (
    <div className="stack tight">
      <Select
        label={t(`waves.sources.fields.${field}`)}
        hint={hint()}
        value={valueOfChoice()}
        options={options}
        onChange={event => choose(event.target.value)}
      />
      {field !== 'kind' && chosen && 'text' in chosen && (
        <Field
          label={`${t(`waves.sources.fields.${field}`)}: ${t('waves.sources.fixed')}`}
          required
          maxLength={300}
          value={chosen.text}
          onChange={event => onChange({ text: event.target.value })}
        />
      )}
    </div>
  )

  function kindOptions() {
    if (field !== 'kind') return []
    return TOUCHPOINT_KINDS.map(kind => ({
      value: `kind:${kind}`,
      label: t('waves.sources.always', { text: t(`waves.kinds.${kind}`) }),
    }))
  }

  function valueOfChoice(): string {
    if (!chosen) return ''
    if ('path' in chosen) return `path:${chosen.path}`
    return field === 'kind' ? `kind:${chosen.text}` : FIXED
  }

  function hint(): string | undefined {
    if (field === 'externalId') return t('waves.sources.hints.person')
    return field === 'sourceId' || field === 'occurredAt' ? t(`waves.sources.hints.${field}`) : undefined
  }
}

const labelOf = ({ path, value }: { path: string; value: string }): string =>
  value === '' ? path : `${path} = ${value.length > SHORT ? `${value.slice(0, SHORT)}…` : value}`

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type AttributeBand, BandsPreview, bandNames } from '../../../../vocabulary/attribute-definition.ts'
import { send } from '../../../api.ts'
import { Button, Field, useWords } from '../../../ui/index.ts'
import { bandsBetween, boundsIn } from './bands-in.ts'

type Props = {
  name: string
  type: 'number' | 'date'
  given: AttributeBand[] | null
  onChange: (bands: AttributeBand[] | null | 'wrong') => void
}

/** Where bands begin, what they are called, and how many people each would hold. */
export function BandsField({ name, type, given, onChange }: Props) {
  const { t } = useWords()
  const [text, setText] = useState(() => boundsOf(given).join('; '))
  const [labels, setLabels] = useState<string[]>(() => given?.map(({ label }) => label ?? '') ?? [])
  const bounds = boundsIn(text)
  const bands = bounds && bounds.length > 0 ? bandsBetween(bounds, labels) : null
  const put = (wish: string, names: string[]) => {
    setText(wish)
    setLabels(names)
    const next = boundsIn(wish)
    onChange(next === null ? 'wrong' : next.length === 0 ? null : bandsBetween(next, names))
  }
  const asked = { name, type, bands: bands && bandsBetween(bounds ?? [], []) }
  const { data } = useQuery({
    queryKey: ['attribute-preview', asked],
    queryFn: () => send('POST', '/attribute-previews', asked, BandsPreview),
    placeholderData: keepPreviousData,
  })
  const suggested = boundsOf(data?.suggestion ?? null)
  return (
    <>
      <Field
        label={t(`attributes.bounds.${type}`)}
        hint={t('attributes.boundsHint')}
        problem={bounds === null ? t('attributes.boundsWrong') : null}
        inputMode="text"
        value={text}
        onChange={event => put(event.target.value, labels)}
      />
      {suggested.length > 0 && text === '' && (
        <Button onClick={() => put(suggested.join('; '), [])}>
          {t('attributes.suggest', { bounds: suggested.join('; ') })}
        </Button>
      )}
      {data && <Preview found={data} bands={bands} labels={labels} onName={names => put(text, names)} />}
    </>
  )
}

const boundsOf = (bands: AttributeBand[] | null) => bands?.flatMap(({ below }) => (below === null ? [] : [below])) ?? []

function Preview(props: {
  found: BandsPreview
  bands: AttributeBand[] | null
  labels: string[]
  onName: (labels: string[]) => void
}) {
  const { found, bands, labels, onName } = props
  const { t } = useWords()
  const plain = bandNames(bands?.map(({ below }) => ({ below, label: null })) ?? [])
  const rename = (at: number, label: string) => onName(plain.map((_, i) => (i === at ? label : (labels[i] ?? ''))))
  return (
    <div className="bands">
      <p className="small">{t('attributes.preview', { people: found.people })}</p>
      {plain.map((band, at) => (
        <Field
          key={band}
          label={t('attributes.bandName', { band })}
          hint={t('attributes.inBand', { count: found.bands.find(one => one.name === band)?.people ?? 0 })}
          placeholder={band}
          maxLength={60}
          value={labels[at] ?? ''}
          onChange={event => rename(at, event.target.value)}
        />
      ))}
      {found.unreadable.people > 0 && (
        <p className="small">
          {t('attributes.unreadable', {
            count: found.unreadable.people,
            examples: found.unreadable.examples.join(' · '),
          })}
        </p>
      )}
    </div>
  )
}

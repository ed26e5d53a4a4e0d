import { useMemo, useState } from 'react'
import { EventReading, EventSource, MAPPED_FIELDS } from '../../../../vocabulary/event-source.ts'
import { pathsIn } from '../../../../vocabulary/json-path.ts'
import { send } from '../../../api.ts'
import { useChange } from '../../../shell/use-change.ts'
import { Button, Card, useWords } from '../../../ui/index.ts'
import { MappedFieldRow } from './mapped-field-row.tsx'
import { type Choices, choicesOf, guess, mappingOf } from './mapping.ts'
import { ReadingView } from './reading-view.tsx'

/** What stands where: a field beside its place in the body, and a test before it counts. */
export function MappingCard({ source, sample }: { source: EventSource; sample: string }) {
  const { t } = useWords()
  const { run, busy } = useChange('event-sources')
  const body = useMemo(() => bodyOf(sample), [sample])
  const paths = useMemo(() => pathsIn(body), [body])
  const [own, setOwn] = useState<Choices | null>(() => (source.mapping ? choicesOf(source.mapping) : null))
  const [reading, setReading] = useState<EventReading | null>(null)
  const choices = own ?? (body === null ? {} : guess(body))
  const mapping = mappingOf(choices)
  const path = `/event-sources/${source.sourceId}`
  const attempt = () =>
    run(async () => setReading(await send('POST', `${path}/readings`, { body: sample, mapping }, EventReading)))
  const save = () => run(() => send('PATCH', path, { mapping }, EventSource), t('waves.saved'))
  return (
    <Card title={t('waves.sources.mapping')} span={7}>
      <div className="stack">
        <p className="small">{t('waves.sources.mappingText')}</p>
        {MAPPED_FIELDS.map(field => (
          <MappedFieldRow
            key={field}
            field={field}
            paths={paths}
            chosen={choices[field]}
            onChange={chosen => {
              setReading(null)
              setOwn({ ...choices, [field]: chosen })
            }}
          />
        ))}
        {reading && <ReadingView reading={reading} />}
        <div className="row">
          <Button kind="primary" busy={busy} disabled={!mapping} onClick={save}>
            {t('waves.save')}
          </Button>
          <Button busy={busy} disabled={!mapping || sample === ''} onClick={attempt}>
            {t('waves.sources.try')}
          </Button>
        </div>
      </div>
    </Card>
  )
}

function bodyOf(sample: string): unknown {
  try {
    return JSON.parse(sample)
  } catch {
    return null
  }
}

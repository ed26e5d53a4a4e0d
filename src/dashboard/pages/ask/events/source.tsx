import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { EventSource } from '../../../../vocabulary/event-source.ts'
import { Page } from '../../../shell/page.tsx'
import { PageHead } from '../../../shell/page-head.tsx'
import { Card, Field, Loaded, useWords } from '../../../ui/index.ts'
import { useWayBack } from '../ask-tabs.tsx'
import { useReceived, useSource } from '../use-asking.ts'
import { AddressCard } from './address-card.tsx'
import { MappingCard } from './mapping-card.tsx'
import { ReceivedCard } from './received-card.tsx'
import { stateOf } from './words.ts'
import '../ask.css'
import '../asking.css'

/** One event source: its address, what came, and what stands where. */
export default function SourcePage() {
  const { t } = useWords()
  const { sourceId } = useParams({ strict: false }) as { sourceId: string }
  const source = useSource(sourceId)
  return (
    <Page title={source.data?.name ?? t('waves.sources.title')}>
      <Loaded of={source} height={400}>
        {found => <Source source={found} />}
      </Loaded>
    </Page>
  )
}

function Source({ source }: { source: EventSource }) {
  const { t } = useWords()
  const received = useReceived(source.sourceId)
  const [pasted, setPasted] = useState<string | null>(null)
  const sample = pasted ?? received.data?.[0]?.body ?? ''
  return (
    <div className="ask">
      <PageHead back={useWayBack('events')} title={source.name} lead={t(`waves.sources.${stateOf(source)}`)} />
      <div className="grid">
        <AddressCard source={source} />
        <Card title={sample ? t('waves.sources.sampleTitle') : t('waves.sources.waitTitle')} span={5}>
          <div className="stack">
            {!sample && source.address && (
              <>
                <p>{t('waves.sources.waitText')}</p>
                <pre className="body-text">{curlOf(source.address)}</pre>
              </>
            )}
            <Field
              label={t('waves.sources.samplePaste')}
              lines={12}
              spellCheck={false}
              value={shown(sample)}
              onChange={event => setPasted(event.target.value)}
            />
          </div>
        </Card>
        <MappingCard key={source.mapping ? 'mapped' : 'new'} source={source} sample={sample} />
        <ReceivedCard source={source} received={received.data ?? []} onChoose={setPasted} />
      </div>
    </div>
  )
}

/** JSON that was sent on one line, on many. */
function shown(text: string): string {
  if (text.includes('\n')) return text
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}

const EXAMPLE = { id: 'A-1001', status: 'delivered', customer: { email: 'anna@example.com' }, title: 'Order A-1001' }
const curlOf = (address: string) =>
  `curl -X POST ${address} \\\n  -H 'content-type: application/json' \\\n  -d '${JSON.stringify(EXAMPLE)}'`

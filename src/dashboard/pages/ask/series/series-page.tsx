import type { UseQueryResult } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Page } from '../../../shell/page.tsx'
import { PageHead } from '../../../shell/page-head.tsx'
import { Loaded, useWords } from '../../../ui/index.ts'
import { useWayBack } from '../ask-tabs.tsx'
import { SendingNote } from '../sending-note.tsx'
import type { Series, SeriesKind } from './series.ts'
import { StartButton } from './start-button.tsx'
import '../ask.css'
import '../asking.css'

type Props<S extends Series> = {
  kind: SeriesKind<S>
  of: UseQueryResult<S>
  /** When it asks, in words. */
  when: (series: S) => string
  children: (series: S) => ReactNode
}

/** One series: where it belongs, whether it runs, and its cards. */
export function SeriesPage<S extends Series>({ kind, of, when, children }: Props<S>) {
  const { t } = useWords()
  const back = useWayBack(kind.place)
  return (
    <Page title={of.data?.name ?? back.word}>
      <Loaded of={of} height={400}>
        {series => (
          <div className="ask">
            <PageHead
              back={back}
              title={series.name}
              lead={
                <>
                  {when(series)} · <Link to={`/ask/surveys/${series.surveyId}`}>{series.surveyName}</Link> ·{' '}
                  {t(series.startedAt ? 'waves.running' : 'waves.resting')}
                </>
              }
            >
              <StartButton kind={kind} series={series} />
            </PageHead>
            <SendingNote />
            <div className="grid">{children(series)}</div>
          </div>
        )}
      </Loaded>
    </Page>
  )
}

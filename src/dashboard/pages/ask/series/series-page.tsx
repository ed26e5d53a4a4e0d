import type { UseQueryResult } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Page } from '../../../shell/page.tsx'
import { Loaded, useWords } from '../../../ui/index.ts'
import { SendingNote } from '../sending-note.tsx'
import type { Series, SeriesKind } from './series.ts'
import { StartButton } from './start-button.tsx'
import '../ask.css'
import '../asking.css'

type Props<S extends Series> = {
  kind: SeriesKind<S>
  of: UseQueryResult<S>
  headline: (series: S) => ReactNode
  children: (series: S) => ReactNode
}

/** One series: where it belongs, whether it runs, and its cards. */
export function SeriesPage<S extends Series>({ kind, of, headline, children }: Props<S>) {
  const { t } = useWords()
  const list = t(`waves.${kind.place}.title`)
  return (
    <Page title={of.data?.name ?? list}>
      <Loaded of={of} height={400}>
        {series => (
          <div className="ask">
            <div className="ask-head">
              <div className="stack tight">
                <p className="small">
                  <Link to={`/ask/${kind.place}`}>{list}</Link> ·{' '}
                  <Link to={`/ask/surveys/${series.surveyId}`}>{series.surveyName}</Link> ·{' '}
                  {t(series.startedAt ? 'waves.running' : 'waves.resting')}
                </p>
                {headline(series)}
              </div>
              <StartButton kind={kind} series={series} />
            </div>
            <SendingNote />
            <div className="grid">{children(series)}</div>
          </div>
        )}
      </Loaded>
    </Page>
  )
}

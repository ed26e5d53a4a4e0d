import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Page } from '../../shell/page.tsx'
import { PageHead } from '../../shell/page-head.tsx'
import { Card, EmptyState, Loaded, useWords } from '../../ui/index.ts'
import { AskTabs } from './ask-tabs.tsx'
import './ask.css'

type Props<Item> = {
  on: 'rolling' | 'triggers' | 'events'
  words: 'rolling' | 'triggers' | 'sources'
  of: UseQueryResult<Item[]>
  /** What the list comes to, in a sentence with its figures. */
  finding: (items: Item[]) => string
  /** The button that makes one more, or the first. */
  make: (first: boolean) => ReactNode
  children: (items: Item[]) => ReactNode
}

/** A tab of asking that lists what was set up there, or says what it would be good for. */
export function AskList<Item>({ on, words, of, finding, make, children }: Props<Item>) {
  const { t } = useWords()
  return (
    <Page title={t(`waves.${words}.title`)}>
      <div className="ask">
        <AskTabs on={on} />
        <Loaded of={of} height={320}>
          {items => (
            <>
              <PageHead title={finding(items)} lead={t(`waves.${words}.headline`)}>
                {items.length > 0 && make(false)}
              </PageHead>
              {items.length > 0 ? (
                children(items)
              ) : (
                <Card>
                  <EmptyState title={t(`waves.${words}.emptyTitle`)} text={t(`waves.${words}.emptyText`)}>
                    {make(true)}
                  </EmptyState>
                </Card>
              )}
            </>
          )}
        </Loaded>
      </div>
    </Page>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { z } from 'zod'
import { TimeLineEntry } from '../../../vocabulary/case.ts'
import { Person } from '../../../vocabulary/person.ts'
import { get } from '../../api.ts'
import { Page } from '../../shell/page.tsx'
import { PageHead } from '../../shell/page-head.tsx'
import { Card, Loaded, useWords } from '../../ui/index.ts'
import { TimeLine } from '../act/time-line.tsx'
import { EnterAnswer } from '../listen/enter-answer.tsx'
import { ContactsCard } from './contacts-card.tsx'
import { ErasureCard } from './erasure-card.tsx'
import { PermissionsCard } from './permissions-card.tsx'
import { PersonCases } from './person-cases.tsx'
import { PersonFacts } from './person-facts.tsx'
import './people.css'
import '../act/panes.css'

/** One person: who they are, whether they may be asked, their cases and everything that happened. */
export default function PersonPage() {
  const { t } = useWords()
  const { personId = '' } = useParams({ strict: false }) as { personId?: string }
  const address = `/people/${personId}`
  const person = useQuery({ queryKey: ['person', personId], queryFn: () => get(address, Person) })
  const shape = z.object({ items: z.array(TimeLineEntry) })
  const timeLine = useQuery({ queryKey: ['time-line', personId], queryFn: () => get(`${address}/time-line`, shape) })
  const found = person.data
  const name = found?.name ?? found?.company ?? found?.email ?? t('people.nameless')
  return (
    <Page title={found ? name : t('people.title')}>
      <PageHead
        back={{ to: '/people', word: t('people.title') }}
        title={found ? name : t('people.title')}
        lead={found?.company !== name && found?.company}
      />
      <Loaded of={person} height={360}>
        {one => (
          <div className="grid">
            <Card title={t('people.timeLine')} span={8}>
              <Loaded of={timeLine} height={240}>
                {({ items }) =>
                  items.length === 0 ? <p className="quiet">{t('people.noTimeLine')}</p> : <TimeLine entries={items} />
                }
              </Loaded>
            </Card>
            <div className="c4 stack person-side">
              <PersonFacts person={one} />
              <PersonCases personId={personId} />
              <ContactsCard personId={personId} />
              <PermissionsCard personId={personId} />
              <EnterAnswer personId={personId} />
              <ErasureCard personId={personId} name={name} />
            </div>
          </div>
        )}
      </Loaded>
    </Page>
  )
}

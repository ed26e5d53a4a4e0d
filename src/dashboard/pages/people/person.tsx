import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { z } from 'zod'
import { TimeLineEntry } from '../../../vocabulary/case.ts'
import { Person } from '../../../vocabulary/person.ts'
import { get } from '../../api.ts'
import { Page } from '../../shell/page.tsx'
import { Card, ErrorState, Icon, Skeleton, useWords } from '../../ui/index.ts'
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
      <Link to="/people" className="person-back small">
        <Icon name="back" size={16} /> {t('people.title')}
      </Link>
      {person.isError && <ErrorState error={person.error} retry={() => person.refetch()} />}
      {person.isPending && <Skeleton height={360} />}
      {found && (
        <>
          <h1>{name}</h1>
          {found.company && found.company !== name && <p className="quiet">{found.company}</p>}
          <div className="grid">
            <Card title={t('people.timeLine')} span={8}>
              {timeLine.isPending && <Skeleton height={240} />}
              {timeLine.data?.items.length === 0 && <p className="quiet">{t('people.noTimeLine')}</p>}
              {timeLine.data && timeLine.data.items.length > 0 && <TimeLine entries={timeLine.data.items} />}
            </Card>
            <div className="c4 stack person-side">
              <PersonFacts person={found} />
              <PersonCases personId={found.personId} />
              <ContactsCard personId={found.personId} />
              <PermissionsCard personId={found.personId} />
              <EnterAnswer personId={found.personId} />
              <ErasureCard personId={found.personId} name={name} />
            </div>
          </div>
        </>
      )}
    </Page>
  )
}

import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { z } from 'zod'
import { valueTitle } from '../../../vocabulary/attribute.ts'
import { pageOf } from '../../../vocabulary/page.ts'
import { PersonLine } from '../../../vocabulary/person.ts'
import { get } from '../../api.ts'
import { useAddress } from '../../shell/address.ts'
import { Page } from '../../shell/page.tsx'
import { PageHead } from '../../shell/page-head.tsx'
import {
  Button,
  ButtonLink,
  Card,
  EmptyState,
  ErrorState,
  ScoreTag,
  Skeleton,
  Table,
  useWords,
} from '../../ui/index.ts'
import { useCoverage } from '../ask/use-asking.ts'
import { SearchField } from './search-field.tsx'
import './people.css'

const Filters = z.object({ q: z.string().catch('') })

/** Everybody who may be asked or has answered, found by name, company or address. */
export default function PeoplePage() {
  const { t, f, language } = useWords()
  const [{ q }, setFilters] = useAddress(Filters)
  const list = useInfiniteQuery({
    queryKey: ['people', q],
    queryFn: ({ pageParam }) => get('/people', pageOf(PersonLine), { q, cursor: pageParam }),
    initialPageParam: '',
    getNextPageParam: page => page.next,
    placeholderData: before => before,
  })
  const people = list.data?.pages.flatMap(page => page.items) ?? []
  return (
    <Page title={t('people.title')} filters={<SearchField value={q} onChange={wanted => setFilters({ q: wanted })} />}>
      <PageHead title={useFinding({ searched: q !== '', found: people.length, more: list.hasNextPage })}>
        <ButtonLink to="/people/legal-basis">{t('permissions.report.title')}</ButtonLink>
        {people.length > 0 && <ButtonLink to="/import">{t('people.import')}</ButtonLink>}
      </PageHead>
      <div className="grid">
        <Card span={12}>
          {list.isError && <ErrorState error={list.error} retry={() => list.refetch()} />}
          {list.isPending && <Skeleton height={360} />}
          {list.isSuccess && people.length === 0 && <Nobody searched={q !== ''} />}
          {people.length > 0 && (
            <Table
              caption={t('people.title')}
              rows={people}
              keyOf={person => person.personId}
              columns={[
                { title: t('people.name'), cell: person => <PersonLink person={person} /> },
                { title: t('people.company'), cell: person => (person.name ? person.company : null) },
                {
                  title: t('people.country'),
                  cell: person => person.country && valueTitle('country', person.country, language),
                },
                {
                  title: t('people.score'),
                  cell: person =>
                    person.answer ? (
                      <ScoreTag answer={person.answer} />
                    ) : (
                      <span className="small">{t('people.never')}</span>
                    ),
                },
                {
                  title: t('people.when'),
                  figure: true,
                  cell: person => (person.answeredAt ? f.date(person.answeredAt) : null),
                },
              ]}
            />
          )}
          {list.hasNextPage && (
            <Button kind="plain" busy={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
              {t('people.more')}
            </Button>
          )}
        </Card>
      </div>
    </Page>
  )
}

/** How many people there are and how many may be asked, or how many fit what was searched for. */
function useFinding({ searched, found, more }: { searched: boolean; found: number; more: boolean }): string {
  const { t, f } = useWords()
  const total = useCoverage('language').data?.total
  if (searched && found > 0) return t(more ? 'people.foundMore' : 'people.found', { n: found })
  if (!total || total.people === 0) return t('people.title')
  return t('people.finding', { ...total, reachable: f.count(total.reachable), never: total.people - total.reachable })
}

function PersonLink({ person }: { person: PersonLine }) {
  const { t } = useWords()
  return (
    <Link to={'/people/$personId' as never} params={{ personId: person.personId } as never}>
      {person.name ?? person.company ?? person.email ?? t('people.nameless')}
    </Link>
  )
}

function Nobody({ searched }: { searched: boolean }) {
  const { t } = useWords()
  if (searched) return <EmptyState title={t('people.noneTitle')} text={t('people.noneText')} />
  return (
    <EmptyState title={t('people.emptyTitle')} text={t('people.emptyText')}>
      <ButtonLink to={'/import' as never} kind="primary">
        {t('people.import')}
      </ButtonLink>
    </EmptyState>
  )
}

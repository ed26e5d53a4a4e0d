import './listen.css'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { AnswerLine, pageOf } from '../../../vocabulary/index.ts'
import { get } from '../../api.ts'
import { useAddress } from '../../shell/address.ts'
import { Page } from '../../shell/page.tsx'
import { PageHead } from '../../shell/page-head.tsx'
import { Button, ButtonLink, EmptyState, ErrorState, Skeleton, useWords } from '../../ui/index.ts'
import { AnswerItem } from './answer-item.tsx'
import { COUNTED_DAYS, CountBar, useAnswerCounts } from './count-bar.tsx'
import { EnterAnswer } from './enter-answer.tsx'
import { ListenFilters } from './filters.ts'
import { ListenBar, useAnswerChoices } from './listen-bar.tsx'

const Answers = pageOf(AnswerLine)

/** Every answer in the customers' own words, newest first. */
export default function ListenPage() {
  const { t } = useWords()
  const [filters, setFilters] = useAddress(ListenFilters)
  const list = useInfiniteQuery({
    queryKey: ['answers', filters],
    queryFn: ({ pageParam }) => get('/answers', Answers, { ...filters, cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: page => page.next,
    placeholderData: keepPreviousData,
    refetchInterval: query => ((query.state.data?.pages.length ?? 0) > 1 ? false : 30_000),
  })
  const answers = list.data?.pages.flatMap(page => page.items) ?? []
  const { survey, ...others } = filters
  const narrowed = Object.values(others).some(value => value !== undefined && value.length > 0)
  const filtered = narrowed || survey !== undefined
  const counts = useAnswerCounts(survey)
  const headline = () => {
    if (narrowed) return t(list.hasNextPage ? 'pulse.listen.foundMore' : 'pulse.listen.found', { n: answers.length })
    if (!counts || answers.length === 0) return t('pulse.listen.title')
    return t('pulse.listen.heading', { n: counts.confirmed, days: COUNTED_DAYS })
  }
  const clear = () => setFilters(Object.fromEntries(Object.keys(filters).map(name => [name, undefined])))
  return (
    <Page title={t('pulse.listen.title')} filters={<ListenBar filters={filters} onChange={setFilters} />}>
      <PageHead
        title={headline()}
        lead={
          (answers.length > 0 || filters.state) &&
          t(filters.state === 'quarantined' ? 'pulse.listen.quarantineNote' : 'pulse.listen.lead')
        }
      >
        <EnterAnswer />
      </PageHead>
      {counts && (
        <CountBar
          counts={counts}
          said={!narrowed && answers.length > 0}
          onLook={filters.state === 'quarantined' ? null : () => setFilters({ state: 'quarantined' })}
        />
      )}
      {list.isError && <ErrorState error={list.error} retry={list.refetch} />}
      {list.isPending && <Skeleton height={420} />}
      {list.data && answers.length === 0 && <NoAnswers survey={survey} onClear={filtered ? clear : undefined} />}
      <ol className="answers">
        {answers.map(answer => (
          <AnswerItem key={answer.responseId} answer={answer} />
        ))}
      </ol>
      {list.hasNextPage && (
        <Button onClick={() => list.fetchNextPage()} busy={list.isFetchingNextPage}>
          {t('pulse.listen.more')}
        </Button>
      )}
      {list.data && answers.length > 0 && !list.hasNextPage && <p className="small">{t('pulse.listen.end')}</p>}
    </Page>
  )
}

/** Nothing fits the filters, or there is nothing at all yet. */
function NoAnswers({ survey, onClear }: { survey: string | undefined; onClear: (() => void) | undefined }) {
  const { t } = useWords()
  const sealed = useAnswerChoices()?.surveys.some(one => one.surveyId === survey && one.anonymous)
  if (onClear) {
    return (
      <div className="empty">
        <p>{t(sealed ? 'pulse.sealed.later' : 'pulse.listen.emptyText')}</p>
        <Button onClick={onClear}>{t('pulse.listen.clear')}</Button>
      </div>
    )
  }
  return (
    <EmptyState title={t('pulse.empty.title')} text={t('pulse.empty.text')}>
      <ButtonLink to="/" kind="primary">
        {t('shell.nav.pulse')}
      </ButtonLink>
    </EmptyState>
  )
}

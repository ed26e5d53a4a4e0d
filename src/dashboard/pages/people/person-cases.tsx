import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CaseLine, CaseState } from '../../../vocabulary/case.ts'
import { pageOf } from '../../../vocabulary/page.ts'
import { get } from '../../api.ts'
import { Card, ScoreTag, useWords } from '../../ui/index.ts'

/** The cases of a person, open ones first. */
export function PersonCases({ personId }: { personId: string }) {
  const { t, f } = useWords()
  const cases = useQuery({
    queryKey: ['cases', 'of', personId],
    queryFn: async () => {
      const pages = await Promise.all(
        CaseState.options.map(state => get('/cases', pageOf(CaseLine), { personId, state })),
      )
      return pages.flatMap(page => page.items)
    },
  })
  return (
    <Card title={t('people.cases')}>
      {cases.data?.length === 0 && <p className="quiet">{t('people.noCases')}</p>}
      <ul className="person-cases">
        {cases.data?.map(one => (
          <li key={one.caseId}>
            <ScoreTag answer={one} />
            <Link to={'/act/$caseId' as never} params={{ caseId: one.caseId } as never}>
              {t(`cases.queues.${one.queue}`)}
            </Link>
            <span className="small">
              {t(`cases.states.${one.state}`)}, {f.date(one.openedAt)}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

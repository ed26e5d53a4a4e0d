import { Link } from '@tanstack/react-router'
import { useCallback } from 'react'
import { send } from '../../api.ts'
import { ErrorState, Icon, Skeleton, useWords } from '../../ui/index.ts'
import { DossierPane } from './dossier-pane.tsx'
import { NextStep } from './next-step.tsx'
import { reloadCases, useDossier } from './use-cases.ts'

/** The two panes of one case: what was, and what to do. */
export function CasePanes({ caseId, onGone }: { caseId: string; onGone: () => void }) {
  const { t } = useWords()
  const dossier = useDossier(caseId)
  const unread = dossier.data?.readAt === null
  const markRead = useCallback(() => {
    if (unread)
      void send('PUT', `/cases/${caseId}/reading`).then(
        () => reloadCases(caseId),
        () => undefined,
      )
  }, [caseId, unread])
  return (
    <>
      <div className="pane dossier">
        <Link to={'/act' as never} search={((now: object) => now) as never} className="back">
          <Icon name="back" size={16} /> {t('cases.list.back')}
        </Link>
        {dossier.isError && <ErrorState error={dossier.error} retry={() => dossier.refetch()} />}
        {dossier.isPending && <DossierSkeleton />}
        {dossier.data && <DossierPane found={dossier.data} onRead={markRead} />}
      </div>
      <div className="pane next">{dossier.data && <NextStep found={dossier.data} onGone={onGone} />}</div>
    </>
  )
}

const DossierSkeleton = () => (
  <div className="stack">
    <Skeleton height={36} width="50%" />
    <Skeleton height={64} />
    <Skeleton height={120} />
    <Skeleton height={240} />
  </div>
)

import { Skeleton, useWords } from '../ui/index.ts'
import { Page } from './page.tsx'

/** While the code of a page is on its way. */
export function Loading() {
  const { t } = useWords()
  return (
    <Page title={t('shell.loading')}>
      <div className="stack" role="status" aria-label={t('shell.loading')}>
        <Skeleton height={34} width="60%" />
        <Skeleton height={200} />
        <Skeleton height={280} />
      </div>
    </Page>
  )
}

import { ButtonLink, EmptyState, ErrorState, useWords } from '../ui/index.ts'
import { Page } from './page.tsx'

/** No page at this address. */
export function Missing() {
  const { t } = useWords()
  return (
    <Page title={t('shell.missing.title')}>
      <EmptyState alone title={t('shell.missing.title')} text={t('shell.missing.text')}>
        <ButtonLink to="/">{t('shell.nav.pulse')}</ButtonLink>
      </EmptyState>
    </Page>
  )
}

/** A page that could not be drawn says so and offers to try again. */
export function Broken({ error, reset }: { error: unknown; reset: () => void }) {
  const { t } = useWords()
  return (
    <Page title={t('shell.broken')}>
      <h1>{t('shell.broken')}</h1>
      <ErrorState error={error} retry={reset} />
    </Page>
  )
}

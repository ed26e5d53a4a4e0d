import { Page } from '../../shell/page.tsx'
import { useWords } from '../../ui/index.ts'

export default function PulsePage() {
  const { t } = useWords()
  return (
    <Page title={t('pulse.title')}>
      <h1>{t('pulse.title')}</h1>
    </Page>
  )
}

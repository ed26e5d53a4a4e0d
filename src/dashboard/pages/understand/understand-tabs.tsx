import { Tabs } from '../../shell/tabs.tsx'
import { useWords } from '../../ui/index.ts'

/** From where people feel differently to who is heard at all, and back. */
export function UnderstandTabs({ on }: { on: '/understand' | '/understand/coverage' }) {
  const { t } = useWords()
  const tabs = [
    { to: '/understand', word: t('pulse.coverage.segments') },
    { to: '/understand/coverage', word: t('pulse.coverage.coverage') },
  ]
  return <Tabs label={t('pulse.coverage.nav')} on={on} tabs={tabs} />
}

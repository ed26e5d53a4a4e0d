import { Tabs } from '../../shell/tabs.tsx'
import { useWords } from '../../ui/index.ts'
import './asking.css'

const TABS = {
  rounds: '/ask',
  links: '/ask/links',
  rolling: '/ask/rolling',
  triggers: '/ask/triggers',
  events: '/ask/events',
  messages: '/ask/messages',
  coverage: '/ask/coverage',
} as const

type Tab = keyof typeof TABS

/** The way back to one of these pages from a page below it. */
export function useWayBack(to: Tab) {
  const { t } = useWords()
  return { to: TABS[to], word: t(`waves.tabs.${to}`) }
}

/** The ways to ask and what became of it, one page each. */
export function AskTabs({ on }: { on: Tab }) {
  const { t } = useWords()
  const tabs = (Object.keys(TABS) as Tab[]).map(tab => ({ to: TABS[tab], word: t(`waves.tabs.${tab}`) }))
  return <Tabs label={t('waves.tabs.label')} on={TABS[on]} tabs={tabs} />
}

import { Tabs } from '../../shell/tabs.tsx'
import { useWords } from '../../ui/index.ts'

/** The pages of the settings side by side. */
export function SettingsTabs({
  on,
}: {
  on: '/settings' | '/settings/attributes' | '/settings/channels' | '/settings/delivery'
}) {
  const { t } = useWords()
  const tabs = [
    { to: '/settings', word: t('settings.general') },
    { to: '/settings/attributes', word: t('attributes.title') },
    { to: '/settings/channels', word: t('channels.title') },
    { to: '/settings/delivery', word: t('delivery.nav.sender') },
  ]
  return <Tabs label={t('settings.nav')} on={on} tabs={tabs} />
}

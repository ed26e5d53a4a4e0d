import { roleIncludes } from '../../../../vocabulary/role.ts'
import { Page } from '../../../shell/page.tsx'
import { PageHead } from '../../../shell/page-head.tsx'
import { useWords } from '../../../ui/index.ts'
import { SettingsTabs } from '../settings-tabs.tsx'
import { useWho } from '../use-who.ts'
import { MailboxCard } from './mailbox-card.tsx'
import { ReceivedCard } from './received-card.tsx'
import { TextsCard } from './texts-card.tsx'
import { WaysCard } from './ways-card.tsx'
import '../settings.css'
import './channels.css'

/** Ways to reach people: what works, the provider of texts, the mailbox for replies, and what came back. */
export default function ChannelsPage() {
  const { t } = useWords()
  const session = useWho().data
  const mayChange = session?.role ? roleIncludes(session.role, 'admin') : false
  return (
    <Page title={t('channels.title')}>
      <SettingsTabs on="/settings/channels" />
      <PageHead title={t('channels.title')} lead={t('channels.lead')} />
      <div className="grid settings channels">
        <WaysCard />
        {mayChange && <TextsCard />}
        {mayChange && <MailboxCard />}
        <ReceivedCard />
      </div>
    </Page>
  )
}

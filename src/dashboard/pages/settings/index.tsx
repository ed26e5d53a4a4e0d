import { roleIncludes } from '../../../vocabulary/role.ts'
import { Page } from '../../shell/page.tsx'
import { PageHead } from '../../shell/page-head.tsx'
import { useWords } from '../../ui/index.ts'
import { AccountCard } from './account-card.tsx'
import { AnonymityCard } from './anonymity-card.tsx'
import { BudgetCard } from './budget-card.tsx'
import { ErasureRequestsCard } from './erasure-card.tsx'
import { InviteCard } from './invite-card.tsx'
import { KeysCard } from './keys-card.tsx'
import { MembersCard } from './members-card.tsx'
import { SendingCard } from './sending-card.tsx'
import { SessionsCard } from './sessions-card.tsx'
import { SettingsTabs } from './settings-tabs.tsx'
import { UndeliveredCard } from './undelivered-card.tsx'
import { useWho } from './use-who.ts'
import { WorkspaceCard } from './workspace-card.tsx'
import './settings.css'

/** Workspace, members, keys, the own account: what one sets once. */
export default function SettingsPage() {
  const { t } = useWords()
  const session = useWho().data
  const mayChange = session?.role ? roleIncludes(session.role, 'admin') : false
  return (
    <Page title={t('settings.title')}>
      <SettingsTabs on="/settings" />
      <PageHead title={t('settings.title')} />
      <div className="grid settings">
        {session?.workspace && mayChange && <WorkspaceCard workspace={session.workspace} />}
        {session?.workspace && (
          <div className="stack c5">
            <SendingCard session={session} mayChange={mayChange} />
            <AnonymityCard mayChange={mayChange} />
            {mayChange && <UndeliveredCard />}
          </div>
        )}
        {session?.workspace && <BudgetCard mayChange={mayChange} />}
        <MembersCard mayChange={mayChange} />
        {mayChange && session?.role && <InviteCard role={session.role} />}
        {mayChange && <KeysCard />}
        <div className="stack c6">
          {session?.role && roleIncludes(session.role, 'agent') && <ErasureRequestsCard />}
          <SessionsCard />
        </div>
        <AccountCard />
      </div>
    </Page>
  )
}

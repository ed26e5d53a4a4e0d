import type { Speak } from '../../../languages/index.ts'
import type { SenderDomain } from '../../../vocabulary/delivery.ts'
import { roleIncludes } from '../../../vocabulary/role.ts'
import { Page } from '../../shell/page.tsx'
import { PageHead } from '../../shell/page-head.tsx'
import { ButtonLink, Card, EmptyState, ErrorState, Skeleton, useWords } from '../../ui/index.ts'
import { SettingsTabs } from '../settings/settings-tabs.tsx'
import { useWho } from '../settings/use-who.ts'
import { DkimCard } from './dkim-card.tsx'
import { HooksCard } from './hooks-card.tsx'
import { LimitCard } from './limit-card.tsx'
import { PacesCard } from './paces-card.tsx'
import { RecordsCard } from './records-card.tsx'
import { RulesCard } from './rules-card.tsx'
import { useSender } from './use-delivery.ts'
import './delivery.css'

/** Deliverability: what proves the sender, how much may leave, where bounces are heard. */
export default function SenderPage() {
  const { t } = useWords()
  const sender = useSender()
  const role = useWho().data?.role
  const mayChange = role ? roleIncludes(role, 'admin') : false
  return (
    <Page title={t('delivery.sender.title')}>
      <div className="delivery">
        <SettingsTabs on="/settings/delivery" />
        <PageHead title={sender.data?.domain ? headlineOf(sender.data, t) : t('delivery.sender.title')} />
        {sender.error && <ErrorState error={sender.error} retry={() => sender.refetch()} />}
        {sender.isPending && <Skeleton height={400} />}
        {sender.data && sender.data.domain === null && (
          <Card>
            <EmptyState title={t('settings.sending.noSender')} text={t('delivery.sender.missing')}>
              <ButtonLink to="/settings" kind="primary">
                {t('delivery.sender.toSettings')}
              </ButtonLink>
            </EmptyState>
          </Card>
        )}
        <div className="grid">
          <div className="stack c7">
            {sender.data?.domain && !sender.data.caught && <RecordsCard sender={sender.data} />}
            {sender.data?.domain && sender.data.dkim && <DkimCard dkim={sender.data.dkim} />}
            <PacesCard mayChange={mayChange} />
          </div>
          <div className="stack c5">
            {sender.data?.domain && <LimitCard sender={sender.data} mayChange={mayChange} />}
            {mayChange && <RulesCard />}
          </div>
          {mayChange && <HooksCard />}
        </div>
      </div>
    </Page>
  )
}

function headlineOf(sender: SenderDomain, t: Speak): string {
  const word = sender.caught ? 'caught' : !sender.checkedAt ? 'notChecked' : sender.proven ? 'proves' : 'provesNot'
  return t(`delivery.sender.${word}`, { domain: sender.domain ?? '' })
}

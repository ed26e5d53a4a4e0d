import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { AttributeLine } from '../../../../vocabulary/attribute-definition.ts'
import { roleIncludes } from '../../../../vocabulary/role.ts'
import { get } from '../../../api.ts'
import { Page } from '../../../shell/page.tsx'
import { PageHead } from '../../../shell/page-head.tsx'
import { ButtonLink, Card, EmptyState, Loaded, useWords } from '../../../ui/index.ts'
import { SettingsTabs } from '../settings-tabs.tsx'
import { useWho } from '../use-who.ts'
import { AttributesTable } from './attributes-table.tsx'
import { RulesCard } from './rules-card.tsx'
import '../settings.css'
import './attributes.css'

const Attributes = z.object({ items: z.array(AttributeLine) })

/** What is known about people, and how answers are cut by it. */
export default function AttributesPage() {
  const { t } = useWords()
  const session = useWho().data
  const mayChange = session?.role ? roleIncludes(session.role, 'admin') : false
  const attributes = useQuery({ queryKey: ['attributes'], queryFn: () => get('/attributes', Attributes) })
  return (
    <Page title={t('attributes.title')}>
      <SettingsTabs on="/settings/attributes" />
      <PageHead title={t('attributes.title')} lead={t('attributes.lead')} />
      <Loaded of={attributes} height={360}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('attributes.none')} text={t('attributes.noneText')}>
              <ButtonLink to="/import">{t('attributes.import')}</ButtonLink>
            </EmptyState>
          ) : (
            <div className="grid attributes">
              <Card span={12} title={t('attributes.people')}>
                <AttributesTable attributes={items} mayChange={mayChange} />
                <p className="small note">{t('attributes.few')}</p>
              </Card>
            </div>
          )
        }
      </Loaded>
      <RulesCard mayChange={mayChange} />
    </Page>
  )
}

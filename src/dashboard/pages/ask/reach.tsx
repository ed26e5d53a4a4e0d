import { z } from 'zod'
import type { Coverage } from '../../../vocabulary/coverage.ts'
import { useAddress } from '../../shell/address.ts'
import { Page } from '../../shell/page.tsx'
import { PageHead } from '../../shell/page-head.tsx'
import { ButtonLink, Card, EmptyState, ErrorState, Select, Skeleton, Table, useWords } from '../../ui/index.ts'
import { AskTabs } from './ask-tabs.tsx'
import { useAudienceFields } from './use-ask.ts'
import { useCoverage } from './use-asking.ts'
import { useFields } from './use-fields.ts'
import './ask.css'

const Choice = z.object({ by: z.string().catch('country').default('country') })

/** Whom we reach, and who is never asked. */
export default function ReachPage() {
  const { t } = useWords()
  const [{ by }, choose] = useAddress(Choice)
  const coverage = useCoverage(by)
  return (
    <Page title={t('waves.coverage.title')}>
      <div className="ask">
        <AskTabs on="coverage" />
        {coverage.error ? (
          <ErrorState error={coverage.error} retry={() => coverage.refetch()} />
        ) : !coverage.data ? (
          <Skeleton height={320} />
        ) : coverage.data.total.people === 0 ? (
          <>
            <PageHead title={t('waves.coverage.title')} lead={t('waves.coverage.headline')} />
            <Card>
              <EmptyState title={t('people.emptyTitle')} text={t('waves.coverage.emptyText')}>
                <ButtonLink to="/import" kind="primary">
                  {t('surveys.send.import')}
                </ButtonLink>
              </EmptyState>
            </Card>
          </>
        ) : (
          <Reach coverage={coverage.data} by={by} onChoose={field => choose({ by: field })} />
        )}
      </div>
    </Page>
  )
}

function Reach({ coverage, by, onChoose }: { coverage: Coverage; by: string; onChoose: (field: string) => void }) {
  const { t, f } = useWords()
  const fields = useAudienceFields().data ?? []
  const titles = useFields()
  const { people, reachable } = coverage.total
  const names = [...new Set([by, ...fields.map(field => field.field)])]
  const share = f.percent(reachable / people, 0)
  return (
    <>
      <PageHead
        title={t('waves.coverage.sentence', { share, people: f.count(people), never: people - reachable })}
        lead={t('waves.coverage.headline')}
      >
        <Select
          label={t('waves.coverage.by')}
          value={by}
          options={names.map(value => ({ value, label: titles.name(value) }))}
          onChange={event => onChoose(event.target.value)}
        />
      </PageHead>
      <Card title={t('waves.coverage.title')}>
        <Parts coverage={coverage} by={by} />
      </Card>
    </>
  )
}

const COLUMNS = ['people', 'reachable', 'noAddress', 'noBasis', 'suppressed', 'asked', 'answered'] as const

function Parts({ coverage, by }: { coverage: Coverage; by: string }) {
  const { t, f } = useWords()
  const titles = useFields()
  const named = (value: string | null) => (value === null ? t('waves.coverage.partNone') : titles.value(by, value))
  return (
    <Table
      caption={t('waves.coverage.title')}
      rows={coverage.parts}
      keyOf={part => part.value ?? ''}
      columns={[
        { title: t('waves.coverage.part'), cell: part => named(part.value) },
        ...COLUMNS.map(column => ({
          title: t(`waves.coverage.${column}`),
          cell: (part: Coverage['parts'][number]) => f.count(part[column]),
          figure: true,
        })),
      ]}
    />
  )
}

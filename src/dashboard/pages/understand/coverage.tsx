import './understand.css'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { z } from 'zod'
import { ResponseRates } from '../../../vocabulary/response-rates.ts'
import { get } from '../../api.ts'
import { useAddress } from '../../shell/address.ts'
import { Page } from '../../shell/page.tsx'
import { PageHead } from '../../shell/page-head.tsx'
import { Card, ErrorState, Select, Skeleton, useWords } from '../../ui/index.ts'
import { useAudienceFields } from '../ask/use-ask.ts'
import { useFields } from '../ask/use-fields.ts'
import { PartsTable, QueuesTable, SurveysTable } from './coverage-tables.tsx'
import { UnderstandTabs } from './understand-tabs.tsx'

const Choice = z.object({ by: z.string().catch('country').default('country') })

/** Who is reached, how many answer, and whether every class of answers has an owner. */
export default function CoveragePage() {
  const { t } = useWords()
  const [{ by }, choose] = useAddress(Choice)
  const { data, error, refetch } = useQuery({
    queryKey: ['response-rates', by],
    queryFn: () => get('/response-rates', ResponseRates, { by }),
    placeholderData: keepPreviousData,
  })
  return (
    <Page title={t('pulse.coverage.coverage')}>
      <UnderstandTabs on="/understand/coverage" />
      {!data && error && <ErrorState error={error} retry={refetch} />}
      {!data && !error && <Skeleton height={420} />}
      {data && <Rates rates={data} onChoose={field => choose({ by: field })} />}
    </Page>
  )
}

function Rates({ rates, onChoose }: { rates: ResponseRates; onChoose: (field: string) => void }) {
  const { t, f } = useWords()
  const fields = useAudienceFields().data ?? []
  const titles = useFields()
  const { total, days, by } = rates
  const names = [...new Set([by, ...fields.map(field => field.field)])]
  const heading = total.rate
    ? t('pulse.coverage.head', { rate: f.percent(total.rate.share, 0) })
    : t('pulse.coverage.headNone', { days })
  const counts = { people: f.count(total.people), asked: f.count(total.asked), answered: f.count(total.answered), days }
  const unowned = rates.queues.some(queue => queue.unowned > 0)
  return (
    <>
      <PageHead
        title={heading}
        lead={
          <>
            {t('pulse.coverage.lead', counts)} <Link to="/ask/coverage">{t('pulse.coverage.never')}</Link>
          </>
        }
      />
      <div className="grid">
        <Card span={12} title={t('pulse.coverage.owners')}>
          <p className="quiet">{t(unowned ? 'pulse.coverage.ownersText' : 'pulse.coverage.allOwned')}</p>
          <QueuesTable queues={rates.queues} />
        </Card>
        <Card span={12} title={t('pulse.coverage.surveys')}>
          {rates.surveys.length > 0 ? (
            <SurveysTable surveys={rates.surveys} />
          ) : (
            <p className="quiet">{t('pulse.coverage.noSurveys')}</p>
          )}
        </Card>
        {rates.parts.length > 0 && (
          <Card span={12} title={t('pulse.coverage.parts', { field: titles.name(by) })}>
            <div className="part-field">
              <Select
                label={t('pulse.coverage.by')}
                value={by}
                options={names.map(value => ({ value, label: titles.name(value) }))}
                onChange={event => onChoose(event.target.value)}
              />
            </div>
            <PartsTable rates={rates} />
            <p className="small note">{t('pulse.coverage.note')}</p>
          </Card>
        )}
      </div>
    </>
  )
}

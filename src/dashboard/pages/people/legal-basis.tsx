import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Figures } from '../../../languages/figures.ts'
import type { Speak } from '../../../languages/index.ts'
import { type ChannelReport, LegalReport } from '../../../vocabulary/permission.ts'
import { address, get } from '../../api.ts'
import { Page } from '../../shell/page.tsx'
import { PageHead } from '../../shell/page-head.tsx'
import { Card, Facts, Loaded, Table, useWords } from '../../ui/index.ts'
import { reasonWord } from '../ask/reason-word.ts'
import { Evidence } from './evidence.tsx'
import './people.css'
import '../act/panes.css'

/** The state of legal bases, for the team and its counsel. */
export default function LegalBasisPage() {
  const { t, f } = useWords()
  const report = useQuery({ queryKey: ['legal-report'], queryFn: () => get('/permissions/report', LegalReport) })
  return (
    <Page title={t('permissions.report.title')}>
      <PageHead
        back={{ to: '/people', word: t('people.title') }}
        title={report.data ? headlineOf(report.data, t, f) : t('permissions.report.title')}
        lead={
          <>
            {t('permissions.report.lead')} {t('permissions.report.forCounsel')}{' '}
            {report.data && t('permissions.report.madeAt', { when: f.moment(report.data.madeAt) })}
          </>
        }
      >
        <a className="btn" href={address('/permissions/report/file')} download>
          {t('permissions.report.csv')}
        </a>
        <a className="btn" href={address('/permissions/report')} download="legal-basis.json">
          {t('permissions.report.json')}
        </a>
      </PageHead>
      <Loaded of={report} height={320}>
        {found => (
          <div className="grid">
            {found.channels.map(one => (
              <ChannelCard key={one.channel} report={one} />
            ))}
            {found.samples.length > 0 && <SamplesCard report={found} />}
          </div>
        )}
      </Loaded>
    </Page>
  )
}

function headlineOf(report: LegalReport, t: Speak, f: Figures): string {
  const mail = report.channels.find(one => one.channel === 'email')
  const wrong = report.channels.reduce((sum, one) => sum + one.sentWithoutBasis + one.sentAfterObjection, 0)
  const allowed = mail ? mail.byBasis.consent + mail.byBasis.existing_customer : 0
  return t('permissions.report.headline', { allowed, people: f.count(mail?.people ?? 0), wrong })
}

function ChannelCard({ report }: { report: ChannelReport }) {
  const { t, f } = useWords()
  const shown = (count: number) => f.count(count)
  const bad = (count: number) => <span className={count > 0 ? 'g-det' : undefined}>{shown(count)}</span>
  const facts = [
    [t('permissions.report.people'), shown(report.people)],
    [t('permissions.report.withAddress'), shown(report.withAddress)],
    [t('permissions.report.consent'), shown(report.byBasis.consent)],
    [t('permissions.report.existing_customer'), shown(report.byBasis.existing_customer)],
    [t('permissions.report.none'), shown(report.byBasis.none)],
    [t('permissions.report.confirmed'), shown(report.confirmed)],
    [t('permissions.report.waiting'), shown(report.waitingForConfirmation)],
    [t('permissions.report.sent'), shown(report.sent)],
    [t('permissions.report.sentWithoutBasis'), bad(report.sentWithoutBasis)],
    [t('permissions.report.sentAfterObjection'), bad(report.sentAfterObjection)],
  ] as const
  return (
    <Card title={t(`permissions.report.${report.channel}`)} span={6}>
      <div className="counted">
        <Facts facts={facts} />
      </div>
      <Counts
        title={t('permissions.report.missing')}
        none={t('permissions.report.missingNone')}
        counts={missingOf(report, t)}
      />
      <Counts
        title={t('permissions.report.age')}
        none={t('permissions.report.suppressedNone')}
        counts={report.consentAge.map(({ years, people }) => [t('permissions.report.ageYears', { years }), people])}
      />
      {report.consentAge.length > 0 && <p className="small">{t('permissions.report.ageHint')}</p>}
      <Counts
        title={t('permissions.report.suppressed')}
        none={t('permissions.report.suppressedNone')}
        counts={Object.entries(report.suppressed).map(([reason, count]) => [reasonWord(reason, t), count])}
      />
    </Card>
  )
}

const FACTS = ['text', 'givenAt', 'source', 'sale', 'soldAt', 'notice', 'noticeShownAt'] as const

const missingOf = (report: ChannelReport, t: Speak): [string, number][] =>
  FACTS.flatMap(fact => {
    const count = report.missing[fact]
    return count ? [[t(`permissions.report.missingOf.${fact}`), count] as [string, number]] : []
  })

function Counts({ title, none, counts }: { title: string; none: string; counts: [string, number][] }) {
  const { f } = useWords()
  return (
    <>
      <h3 className="counts-title">{title}</h3>
      {counts.length === 0 ? (
        <p className="quiet">{none}</p>
      ) : (
        <div className="counted">
          <Facts facts={counts.map(([name, n]) => [name, f.count(n)] as const)} />
        </div>
      )}
    </>
  )
}

function SamplesCard({ report }: { report: LegalReport }) {
  const { t, f } = useWords()
  return (
    <Card title={t('permissions.report.samples')} note={t('permissions.report.samplesHint')} span={12}>
      <Table
        caption={t('permissions.report.samples')}
        rows={report.samples}
        keyOf={sample => String(sample.recordId)}
        columns={[
          {
            title: t('permissions.report.person'),
            cell: sample => (
              <Link to={'/people/$personId/ledger' as never} params={{ personId: sample.personId } as never}>
                {sample.name ?? t('people.nameless')}
              </Link>
            ),
          },
          {
            title: t('permissions.report.what'),
            cell: sample => (
              <>
                {t(`permissions.ledger.kinds.${sample.kind}`)}
                {sample.basis && <> · {t(`permissions.ledger.basis.${sample.basis}`)}</>}
              </>
            ),
          },
          { title: t('permissions.report.evidence'), cell: sample => <Evidence evidence={sample.evidence} /> },
          { title: t('permissions.report.when'), cell: sample => f.date(sample.recordedAt) },
        ]}
      />
    </Card>
  )
}

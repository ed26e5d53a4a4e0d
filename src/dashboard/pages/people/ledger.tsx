import { Link, useParams } from '@tanstack/react-router'
import { address } from '../../api.ts'
import { Page } from '../../shell/page.tsx'
import { Button, Card, EmptyState, ErrorState, Icon, Skeleton, Table, useWords } from '../../ui/index.ts'
import { Evidence, useRecorder } from './evidence.tsx'
import { useLedger } from './permissions-card.tsx'
import './people.css'
import '../act/panes.css'

/** Every record about a person's permissions, to be read, printed and handed out. */
export default function LedgerPage() {
  const { t, f } = useWords()
  const recorder = useRecorder()
  const { personId = '' } = useParams({ strict: false }) as { personId?: string }
  const ledger = useLedger(personId)
  const found = ledger.data
  const title = t('permissions.ledger.title')
  return (
    <Page title={title}>
      <Link to={'/people/$personId' as never} params={{ personId } as never} className="person-back small">
        <Icon name="back" size={16} /> {t('permissions.ledger.back')}
      </Link>
      <div className="page-head">
        <h1>
          {title}
          {found?.name && (
            <>
              : <bdi>{found.name}</bdi>
            </>
          )}
        </h1>
        <p className="quiet">{t('permissions.ledger.lead')}</p>
        <div className="row no-print">
          <Button onClick={() => window.print()}>{t('permissions.ledger.print')}</Button>
          <a className="btn" href={address(`/people/${personId}/ledger`)} download={`permissions-${personId}.json`}>
            {t('permissions.ledger.file')}
          </a>
        </div>
      </div>
      <div className="grid">
        <Card span={12}>
          {ledger.isPending && <Skeleton height={240} />}
          {ledger.isError && <ErrorState error={ledger.error} retry={() => ledger.refetch()} />}
          {found?.records.length === 0 && <EmptyState title={title} text={t('permissions.ledger.empty')} />}
          {found && found.records.length > 0 && (
            <Table
              caption={title}
              rows={found.records}
              keyOf={record => String(record.recordId)}
              columns={[
                { title: t('permissions.report.when'), cell: record => f.moment(record.recordedAt) },
                { title: t('permissions.report.channel'), cell: record => <ChannelWord channel={record.channel} /> },
                {
                  title: t('permissions.report.what'),
                  cell: record => (
                    <>
                      <b>{t(`permissions.ledger.kinds.${record.kind}`)}</b>
                      {record.basis && <> · {t(`permissions.ledger.basis.${record.basis}`)}</>}
                      <br />
                      <span className="small">{t('permissions.ledger.by', { who: recorder(record) })}</span>
                    </>
                  ),
                },
                { title: t('permissions.report.evidence'), cell: record => <Evidence evidence={record.evidence} /> },
              ]}
            />
          )}
        </Card>
      </div>
    </Page>
  )
}

function ChannelWord({ channel }: { channel: string }) {
  const { t } = useWords()
  return <>{channel === 'sms' || channel === 'email' ? t(`permissions.report.${channel}`) : channel}</>
}

import { useParams } from '@tanstack/react-router'
import type { PermissionLedger } from '../../../vocabulary/permission.ts'
import { address } from '../../api.ts'
import { Page } from '../../shell/page.tsx'
import { PageHead } from '../../shell/page-head.tsx'
import { Button, Card, EmptyState, Loaded, Table, useWords } from '../../ui/index.ts'
import { Evidence, useRecorder } from './evidence.tsx'
import { useLedger } from './permissions-card.tsx'
import './people.css'
import '../act/panes.css'

/** Every record about a person's permissions, to be read, printed and handed out. */
export default function LedgerPage() {
  const { t } = useWords()
  const { personId = '' } = useParams({ strict: false }) as { personId?: string }
  const ledger = useLedger(personId)
  const found = ledger.data
  const title = t('permissions.ledger.title')
  return (
    <Page title={title}>
      <PageHead
        back={{ to: `/people/${personId}`, word: t('permissions.ledger.back') }}
        title={
          <>
            {title}
            {found?.name && (
              <>
                : <bdi>{found.name}</bdi>
              </>
            )}
          </>
        }
        lead={t('permissions.ledger.lead')}
      >
        <Button onClick={() => window.print()}>{t('permissions.ledger.print')}</Button>
        <a className="btn" href={address(`/people/${personId}/ledger`)} download={`permissions-${personId}.json`}>
          {t('permissions.ledger.file')}
        </a>
      </PageHead>
      <div className="grid">
        <Card span={12}>
          <Loaded of={ledger} height={240}>
            {({ records }) =>
              records.length === 0 ? (
                <EmptyState title={title} text={t('permissions.ledger.empty')} />
              ) : (
                <Records records={records} />
              )
            }
          </Loaded>
        </Card>
      </div>
    </Page>
  )
}

function Records({ records }: Pick<PermissionLedger, 'records'>) {
  const { t, f } = useWords()
  const recorder = useRecorder()
  return (
    <Table
      caption={t('permissions.ledger.title')}
      rows={records}
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
  )
}

function ChannelWord({ channel }: { channel: string }) {
  const { t } = useWords()
  return <>{channel === 'sms' || channel === 'email' ? t(`permissions.report.${channel}`) : channel}</>
}

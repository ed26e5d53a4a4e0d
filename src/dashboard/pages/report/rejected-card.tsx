import type { Report } from '../../../vocabulary/report.ts'
import { Card, Table, useWords } from '../../ui/index.ts'

const SHOWN = 8
const REASONS = ['empty', 'not_a_number', 'not_whole', 'out_of_range'] as const

/** Values that were not counted, with their number and reason. */
export function RejectedCard({ report }: { report: Report }) {
  const { t, f } = useWords()
  const { rejected } = report
  const reasonOf = (reason: string) => {
    const known = REASONS.find(name => name === reason)
    return known ? t(`report.reasons.${known}`) : reason
  }
  return (
    <Card title={t('report.rejectedTitle')}>
      {rejected.length === 0 ? (
        <p className="quiet">{t('report.rejectedNone')}</p>
      ) : (
        <Table
          caption={t('report.rejectedTitle')}
          rows={rejected.slice(0, SHOWN)}
          keyOf={row => row.value}
          columns={[
            { title: t('report.value'), cell: row => <bdi>{row.value || '–'}</bdi> },
            { title: t('report.count'), cell: row => f.count(row.count), figure: true },
            { title: t('report.why'), cell: row => reasonOf(row.reason) },
          ]}
        />
      )}
      {rejected.length > SHOWN && (
        <p className="small">{t('report.rejectedMore', { count: rejected.length - SHOWN })}</p>
      )}
    </Card>
  )
}

import type { Report, ReportChoice } from '../../../vocabulary/report.ts'
import { Card, Select, useWords } from '../../ui/index.ts'

const ROLES = ['score', 'weight', 'date', 'person', 'comment'] as const

/** How the file was read; each column can be named otherwise, and the report is counted again. */
export function ColumnsCard(props: { report: Report; busy: boolean; choose: (choice: ReportChoice) => void }) {
  const { t, f } = useWords()
  const { file, columns } = props.report
  const kind = file.content === 'xlsx' ? 'XLSX' : `CSV, ${file.encoding}, ${JSON.stringify(file.delimiter)}`
  const all = file.allColumns.map(name => ({ value: name, label: name }))
  return (
    <Card span={12} title={t('report.readAs')} note={t('report.fileLine', { rows: f.count(file.rows), kind })}>
      <p className="small">{t('report.columnsHint')}</p>
      <div className="report-columns">
        {ROLES.map(role => (
          <Select
            key={role}
            label={t(`report.roles.${role}`)}
            value={columns[role] ?? ''}
            disabled={props.busy}
            onChange={event => props.choose({ [role]: event.target.value })}
            options={role === 'score' ? all : [{ value: '', label: t('report.noColumn') }, ...all]}
          />
        ))}
      </div>
      <p className="small">
        {t('report.roles.attributes')}: {t('report.attributeCount', { count: columns.attributes.length })}
      </p>
      <LeftOut report={props.report} />
    </Card>
  )
}

/** Columns that are no segments, and why. */
function LeftOut({ report }: { report: Report }) {
  const { t } = useWords()
  if (report.leftOut.length === 0) return null
  return (
    <details className="figures">
      <summary>{t('report.leftOutTitle')}</summary>
      <ul className="report-left-out">
        {report.leftOut.map(({ column, reason }) => (
          <li key={column}>
            <bdi>{column}</bdi>: {t(`report.leftOut.${reason}`)}
          </li>
        ))}
      </ul>
    </details>
  )
}

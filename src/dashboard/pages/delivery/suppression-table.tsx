import { Link } from '@tanstack/react-router'
import type { Suppression } from '../../../vocabulary/delivery.ts'
import { Button, Card, Table, useWords } from '../../ui/index.ts'

/** Suppressed addresses; only what may be lifted can be. */
export function SuppressionTable(props: { rows: Suppression[]; onLift: ((row: Suppression) => void) | null }) {
  const { t, f } = useWords()
  const { onLift } = props
  return (
    <Card>
      <Table
        caption={t('delivery.suppressed.title')}
        rows={props.rows}
        keyOf={row => row.suppressionId}
        columns={[
          { title: t('delivery.suppressed.address'), cell: row => <Who row={row} /> },
          {
            title: t('delivery.messages.reason'),
            cell: row => (
              <>
                {t(`delivery.suppressed.reasons.${row.reason}`)}
                {row.until && (
                  <span className="small"> {t('delivery.suppressed.until', { date: f.date(row.until) })}</span>
                )}
              </>
            ),
          },
          { title: t('delivery.suppressed.since'), cell: row => f.moment(row.suppressedAt) },
          { title: t('delivery.suppressed.note'), cell: row => row.note ?? '–' },
          {
            title: t('delivery.suppressed.lift'),
            cell: row =>
              row.liftable && onLift ? (
                <Button kind="plain" onClick={() => onLift(row)}>
                  {t('delivery.suppressed.lift')}
                </Button>
              ) : (
                <span className="small">
                  {row.liftable || row.reason === 'hard_bounce' ? '–' : t('delivery.suppressed.byPerson')}
                </span>
              ),
          },
        ]}
      />
    </Card>
  )
}

function Who({ row }: { row: Suppression }) {
  const { t } = useWords()
  if (row.personId) {
    return (
      <Link to="/people/$personId" params={{ personId: row.personId }}>
        {row.personName ?? row.address}
      </Link>
    )
  }
  return row.address ?? <span className="small">{t('delivery.suppressed.unknownAddress')}</span>
}

import { FLOW_ORDER } from '../../../charts/index.ts'
import type { Proof, ShareOf } from '../../../vocabulary/index.ts'
import { Card, type Column, Table, useWords } from '../../ui/index.ts'

type Row = { group: (typeof FLOW_ORDER)[number]; cells: ShareOf[]; n: number }

const SIGNS = { promoter: '▲ ', passive: '● ', detractor: '▼ ', none: '' } as const
const CLASSES = { promoter: 'g-pro', passive: 'g-pas', detractor: 'g-det', none: '' } as const

/** The flow chart as figures: the share of each group that went where, with its interval. */
export function MovesCard({ proof }: { proof: Proof }) {
  const { t, f } = useWords()
  const rows: Row[] = proof.moves.map((cells, i) => ({
    group: FLOW_ORDER[i] ?? 'none',
    cells,
    n: cells[0]?.n ?? 0,
  }))
  const name = (group: Row['group']) => `${SIGNS[group]}${t(`charts.groups.${group}`)}`
  const columns: Column<Row>[] = [
    {
      title: t('proof.table.from', { wave: proof.from?.name ?? '' }),
      cell: row => (
        <b className={CLASSES[row.group]}>
          {name(row.group)} <span className="small">{f.count(row.n)}</span>
        </b>
      ),
    },
    ...FLOW_ORDER.map((group, at) => ({
      title: name(group),
      cell: (row: Row) => <Cell share={row.cells[at]} />,
      figure: true,
    })),
  ]
  return (
    <Card title={t('proof.table.title')} note={proof.to?.name} span={7}>
      <Table caption={t('proof.table.caption')} columns={columns} rows={rows} keyOf={row => row.group} />
    </Card>
  )
}

function Cell({ share }: { share: ShareOf | undefined }) {
  const { t, f } = useWords()
  if (!share || share.share === null || share.lower === null || share.upper === null) return <>–</>
  return (
    <span>
      <b>{f.percent(share.share)}</b>
      <br />
      <span className="small">
        {t('charts.span', { lower: f.number(share.lower * 100, 0), upper: f.number(share.upper * 100, 0) })}
      </span>
    </span>
  )
}

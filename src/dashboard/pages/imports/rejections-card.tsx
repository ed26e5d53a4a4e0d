import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { type Import, ImportRejection } from '../../../vocabulary/import.ts'
import { pageOf } from '../../../vocabulary/page.ts'
import { address, get } from '../../api.ts'
import { Card, Icon, Loaded, Table, useWords } from '../../ui/index.ts'

const Rejections = pageOf(ImportRejection).extend({
  reasons: z.array(z.object({ reason: ImportRejection.shape.reason, count: z.number() })),
})

/** Rows that were not taken: how many for which reason, the first of them, and all of them as a file. */
export function RejectionsCard({ one }: { one: Import }) {
  const { t, f } = useWords()
  const path = `/imports/${one.importId}/rejections`
  const rejections = useQuery({
    queryKey: ['import', one.importId, 'rejections', one.finishedAt],
    queryFn: () => get(path, Rejections, { limit: 20 }),
  })
  return (
    <Card span={12} title={t('imports.rejectedTitle')}>
      <Loaded of={rejections} height={160}>
        {({ reasons, items }) => (
          <>
            <ul className="row small import-reasons">
              {reasons.map(({ reason, count }) => (
                <li key={reason} className="tag">
                  {t('imports.commandReason', { count: f.count(count), reason: t(`imports.reasons.${reason}`) })}
                </li>
              ))}
            </ul>
            <Table
              caption={t('imports.rejectedTitle')}
              rows={items}
              keyOf={item => String(item.row)}
              columns={[
                { title: t('imports.line'), cell: item => f.count(item.row) },
                { title: t('imports.reason'), cell: item => t(`imports.reasons.${item.reason}`) },
                { title: t('imports.column'), cell: item => item.column },
                { title: t('imports.value'), cell: item => <bdi className="import-sample">{item.value}</bdi> },
              ]}
            />
            <a className="btn import-actions" href={address(`${path}.csv`)} download>
              <Icon name="download" size={16} /> {t('imports.downloadRejected')}
            </a>
          </>
        )}
      </Loaded>
    </Card>
  )
}

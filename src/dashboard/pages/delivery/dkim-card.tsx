import type { SenderDomain } from '../../../vocabulary/delivery.ts'
import { Card, useWords } from '../../ui/index.ts'
import { Record } from './record.tsx'

/** The key that signs mails, and where it has to stand. */
export function DkimCard({ dkim }: { dkim: NonNullable<SenderDomain['dkim']> }) {
  const { t, f } = useWords()
  return (
    <Card title={t('delivery.sender.dkimTitle')}>
      <div className="stack">
        <p>
          {dkim.publishedAt
            ? t('delivery.sender.dkimSigns', { moment: f.moment(dkim.publishedAt) })
            : t('delivery.sender.dkimWaits')}
        </p>
        <Record record={dkim.record} />
      </div>
    </Card>
  )
}

import type { z } from 'zod'
import type { DnsRecord } from '../../../vocabulary/delivery.ts'
import { CopyButton, useWords } from '../../ui/index.ts'

/** A DNS record as one types it into the form of a provider. */
export function Record({ record }: { record: z.infer<typeof DnsRecord> }) {
  const { t } = useWords()
  return (
    <div className="record">
      <dl>
        <dt>{t('delivery.sender.recordName')}</dt>
        <dd>
          <code>{record.name}</code>
        </dd>
        <dt>{t('delivery.sender.recordType')}</dt>
        <dd>
          <code>{record.type}</code>
        </dd>
        <dt>{t('delivery.sender.recordValue')}</dt>
        <dd>
          <code>{record.value}</code>
        </dd>
      </dl>
      <div className="row">
        <CopyButton text={record.value} />
      </div>
    </div>
  )
}

import { isWordKey } from '../../../languages/index.ts'
import type { PermissionRecord } from '../../../vocabulary/permission.ts'
import { useWords } from '../../ui/index.ts'

/** Said beside the evidence already. */
const SAID = ['basis']
const TIMES = ['givenAt', 'confirmedAt', 'soldAt', 'noticeShownAt']

/** The facts of a record with the names that the law gives them. */
export function Evidence({ evidence }: { evidence: Record<string, unknown> }) {
  const { t, f } = useWords()
  const shown = Object.entries(evidence).filter(
    ([name, value]) => !SAID.includes(name) && value !== null && value !== undefined && value !== '',
  )
  if (shown.length === 0) return null
  const wordOf = (name: string) => {
    const key = `permissions.facts.${name}`
    return isWordKey(key) ? t(key) : name
  }
  const textOf = (name: string, value: unknown) => {
    if (TIMES.includes(name) && Number.isFinite(Date.parse(String(value)))) return f.date(String(value))
    return Array.isArray(value) ? value.join(', ') : value === true ? '✓' : String(value)
  }
  return (
    <dl className="evidence">
      {shown.map(([name, value]) => (
        <div key={name}>
          <dt>{wordOf(name)}</dt>
          <dd>{textOf(name, value)}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Who wrote a record, in words. */
export function useRecorder(): (record: Pick<PermissionRecord, 'recordedBy'>) => string {
  const { t } = useWords()
  return ({ recordedBy }) => {
    if (recordedBy === 'person') return t('permissions.ledger.person')
    if (recordedBy?.startsWith('account:')) return t('permissions.ledger.member')
    return recordedBy?.startsWith('key:') ? t('permissions.ledger.key') : t('permissions.ledger.system')
  }
}

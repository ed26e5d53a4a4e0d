import { isWordKey } from '../../../languages/index.ts'
import type { SenderDomain, SenderFinding } from '../../../vocabulary/delivery.ts'
import { send } from '../../api.ts'
import { useChange } from '../../shell/use-change.ts'
import { Button, Card, Tag, useWords } from '../../ui/index.ts'
import { Record } from './record.tsx'

/** What mailboxes find when they look the sender up, and the record that mends each fault. */
export function RecordsCard({ sender }: { sender: SenderDomain }) {
  const { t, f } = useWords()
  const { run, busy } = useChange('sender')
  const waiting = sender.checkedAt === null
  const aside = sender.checkedAt ? t('delivery.sender.checkedAt', { moment: f.moment(sender.checkedAt) }) : null
  return (
    <Card title={t('delivery.sender.records')} aside={aside}>
      {sender.findings.length > 0 && (
        <ul className="checks">
          {sender.findings.map(finding => (
            <Found key={finding.check} finding={finding} />
          ))}
        </ul>
      )}
      <div className="row">
        <Button busy={busy || waiting} onClick={() => void run(() => send('POST', '/sender/checks'))}>
          {t(waiting ? 'delivery.sender.checking' : 'delivery.sender.check')}
        </Button>
      </div>
    </Card>
  )
}

function Found({ finding }: { finding: SenderFinding }) {
  const { t } = useWords()
  const key = `delivery.findings.${finding.says}`
  return (
    <li>
      <div className="line">
        <strong>{t(`delivery.checks.${finding.check}`)}</strong>
        <Tag tone={finding.state === 'good' ? 'pro' : finding.state === 'bad' ? 'det' : 'pas'}>
          {t(`delivery.states.${finding.state}`)}
        </Tag>
      </div>
      <p>{isWordKey(key) ? t(key) : finding.says}</p>
      {finding.found && finding.state !== 'good' && (
        <p className="small">{t('delivery.sender.found', { record: finding.found })}</p>
      )}
      {finding.record && <Record record={finding.record} />}
    </li>
  )
}

import { Link } from '@tanstack/react-router'
import type { Pulse, WaitingCase } from '../../../vocabulary/index.ts'
import { Card, ScoreTag, useWords } from '../../ui/index.ts'

/** Who waits for a person, most urgent first. */
export function WaitingCard({ waiting }: { waiting: Pulse['waiting'] }) {
  const { t } = useWords()
  return (
    <Card
      title={t('pulse.waiting.title')}
      aside={<Link to="/act">{t('pulse.waiting.inbox', { due: waiting.due })} →</Link>}
      span={7}
    >
      {waiting.heads.length === 0 && <p className="quiet">{t('pulse.waiting.none')}</p>}
      <ul className="lines">
        {waiting.heads.map(head => (
          <WaitingLine key={head.caseId} head={head} />
        ))}
      </ul>
    </Card>
  )
}

function WaitingLine({ head }: { head: WaitingCase }) {
  const { t, f } = useWords()
  const when = f.ago(head.dueAt)
  return (
    <li>
      <Link to={`/act/${head.caseId}` as string} className="line">
        <ScoreTag answer={head} />
        <span className="who">
          <span className="cut">
            <b>{head.person?.name ?? t('pulse.waiting.unknown')}</b>{' '}
            <span className="small">{head.person?.company}</span>
          </span>
          {head.comment && <span className="said cut">{t('shell.quote', { text: head.comment })}</span>}
        </span>
        <span className="when small num">
          <span className={head.overdue ? 'g-det strong' : undefined}>
            {head.overdue ? t('pulse.waiting.over', { when }) : t('pulse.waiting.due', { when })}
          </span>
          {head.annualValue !== null && (
            <span>{t('pulse.waiting.year', { value: f.money(head.annualValue * 100) })}</span>
          )}
        </span>
      </Link>
    </li>
  )
}

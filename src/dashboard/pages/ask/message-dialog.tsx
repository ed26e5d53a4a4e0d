import { useQuery } from '@tanstack/react-query'
import { MessageWithTurns } from '../../../vocabulary/message.ts'
import { get, send } from '../../api.ts'
import { useChange } from '../../shell/use-change.ts'
import { Button, Dialog, ErrorState, Skeleton, useWords } from '../../ui/index.ts'
import { reasonWord } from './reason-word.ts'

/** What happened to one message, and for one whose fate is unknown the choice to send it again. */
export function MessageDialog({ messageId, onClose }: { messageId: string | null; onClose: () => void }) {
  const { t } = useWords()
  const message = useQuery({
    queryKey: ['message', messageId],
    enabled: messageId !== null,
    queryFn: () => get(`/messages/${messageId}`, MessageWithTurns),
  })
  return (
    <Dialog title={t('surveys.wave.details')} open={messageId !== null} onClose={onClose}>
      {message.error && <ErrorState error={message.error} retry={() => message.refetch()} />}
      {message.isPending && <Skeleton height={160} />}
      {message.data && <Turns message={message.data} onClose={onClose} />}
    </Dialog>
  )
}

function Turns({ message, onClose }: { message: MessageWithTurns; onClose: () => void }) {
  const { t, f } = useWords()
  const { run, busy } = useChange('messages', 'waves', 'message')
  const again = async () => {
    const path = `/messages/${message.messageId}/repetition`
    if (await run(() => send('POST', path, {}, MessageWithTurns), t('surveys.wave.sentAgain'))) onClose()
  }
  return (
    <div className="stack">
      <dl className="counts">
        <div>
          <dt>{t('surveys.wave.to')}</dt>
          <dd>{message.address}</dd>
        </div>
        <div>
          <dt>{t('surveys.wave.state')}</dt>
          <dd>{t(`messages.states.${message.state}`)}</dd>
        </div>
        <div>
          <dt>{t('surveys.wave.attempts')}</dt>
          <dd className="num">{f.count(message.attempts)}</dd>
        </div>
        {message.providerReply && (
          <div>
            <dt>{t('surveys.wave.reply')}</dt>
            <dd>{message.providerReply}</dd>
          </div>
        )}
      </dl>
      <ol className="turns">
        <li>
          <span className="small">{f.moment(message.createdAt)}</span> {t('messages.states.queued')}
        </li>
        {message.turns.map(turn => (
          <li key={`${turn.turnedAt}${turn.state}`}>
            <span className="small">{f.moment(turn.turnedAt)}</span> {t(`messages.states.${turn.state as 'queued'}`)}:{' '}
            {reasonWord(turn.reason, t)}
            {turn.reply && <q className="said">{turn.reply}</q>}
          </li>
        ))}
        {message.acceptedAt && (
          <li>
            <span className="small">{f.moment(message.acceptedAt)}</span> {t('messages.states.accepted')}
          </li>
        )}
        {message.reports.map(report => (
          <li key={`${report.reportedAt}${report.kind}`}>
            <span className="small">{f.moment(report.reportedAt)}</span>{' '}
            {t('delivery.messages.reportedBy', {
              outcome: t(`delivery.outcomes.${report.kind}`),
              source: t(`delivery.sources.${report.source}`),
            })}
            {report.words && <q className="said">{report.words}</q>}
          </li>
        ))}
      </ol>
      {message.state === 'unknown' && (
        <>
          <p>{t('surveys.wave.sendAgainText')}</p>
          <div className="row">
            <Button kind="primary" busy={busy} onClick={again}>
              {t('surveys.wave.sendAgainDo')}
            </Button>
            <Button onClick={onClose}>{t('surveys.wave.cancel')}</Button>
          </div>
        </>
      )}
    </div>
  )
}

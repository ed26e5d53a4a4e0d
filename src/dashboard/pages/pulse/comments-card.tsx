import { Link } from '@tanstack/react-router'
import type { AnswerLine, Pulse } from '../../../vocabulary/index.ts'
import { Card, ScoreTag, useWords } from '../../ui/index.ts'

/** What was said last, in the customers' own words. */
export function CommentsCard({ pulse }: { pulse: Pick<Pulse, 'comments' | 'commentCount'> }) {
  const { t, f } = useWords()
  const aside = pulse.commentCount > 0 && (
    <Link to="/listen" search={{ comment: 'with' } as never}>
      {t('pulse.comments.all', { n: f.count(pulse.commentCount) })} →
    </Link>
  )
  return (
    <Card title={t('pulse.comments.title')} aside={aside} span={5}>
      {pulse.comments.length === 0 && <p className="quiet">{t('pulse.comments.none')}</p>}
      <ul className="lines">
        {pulse.comments.slice(0, 4).map(answer => (
          <CommentLine key={answer.responseId} answer={answer} />
        ))}
      </ul>
    </Card>
  )
}

function CommentLine({ answer }: { answer: AnswerLine }) {
  const { t, f } = useWords()
  return (
    <li className="line comment">
      <ScoreTag answer={answer} />
      <span className="who">
        <span className="said" lang={answer.language ?? undefined}>
          {t('shell.quote', { text: answer.comment ?? '' })}
        </span>
        <span className="small">
          <bdi>{answer.person?.name ?? t(answer.anonymous ? 'pulse.sealed.named' : 'pulse.comments.unknown')}</bdi> ·{' '}
          <time dateTime={answer.answeredAt}>
            {answer.anonymous ? f.date(answer.answeredAt.slice(0, 10)) : f.ago(answer.answeredAt)}
          </time>
        </span>
      </span>
    </li>
  )
}

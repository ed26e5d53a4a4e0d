import { Link } from '@tanstack/react-router'
import type { AnswerLine } from '../../../vocabulary/index.ts'
import { useAttributeTitles, useTitles } from '../../shell/attribute-titles.ts'
import { ScoreTag, Tag, useWords } from '../../ui/index.ts'
import { AskedWords } from './asked-words.tsx'
import { JudgeAnswer } from './judge-answer.tsx'

const SHOWN = 4

/** One answer: the words first, then who said them and when. */
export function AnswerItem({ answer }: { answer: AnswerLine }) {
  const { t, f } = useWords()
  return (
    <li className="answer">
      <ScoreTag answer={answer} />
      <div className="body">
        {answer.comment && (
          <p className="words" lang={answer.language ?? undefined}>
            <bdi>{t('shell.quote', { text: answer.comment })}</bdi>
          </p>
        )}
        <p className="small">
          {answer.anonymous ? t('pulse.sealed.named') : <Who answer={answer} />} ·{' '}
          <time dateTime={answer.answeredAt}>
            {answer.anonymous ? f.date(answer.answeredAt.slice(0, 10)) : f.moment(answer.answeredAt)}
          </time>{' '}
          · <bdi>{answer.survey}</bdi>
          {answer.enteredBy && ` · ${t('answers.enteredBy', { channel: answer.channel, name: answer.enteredBy })}`}
        </p>
        <AskedWords asked={answer.asked} />
        <Attributes answer={answer} />
        {answer.state === 'quarantined' && <JudgeAnswer answer={answer} />}
      </div>
      {answer.caseId && (
        <Link to={`/act/${answer.caseId}` as string} className="small">
          {t('pulse.listen.case')} →
        </Link>
      )}
    </li>
  )
}

function Who({ answer: { person } }: { answer: AnswerLine }) {
  const { t } = useWords()
  if (!person) return t('pulse.listen.anonymous')
  return (
    <>
      <Link to={`/people/${person.personId}` as string}>{person.name ?? t('pulse.listen.anonymous')}</Link>
      {person.company && (
        <>
          {' · '}
          <bdi>{person.company}</bdi>
        </>
      )}
    </>
  )
}

/** What was known of the person when they answered. */
function Attributes({ answer }: { answer: AnswerLine }) {
  const titles = useTitles(useAttributeTitles())
  const entries = Object.entries(answer.attributes).filter(([, value]) => value !== null && typeof value !== 'object')
  if (entries.length === 0) return null
  return (
    <p className="row tags">
      {entries.slice(0, SHOWN).map(([attribute, value]) => (
        <Tag key={attribute}>
          <bdi>{titles.attribute(attribute)}</bdi>: <bdi>{titles.part(attribute, String(value))}</bdi>
        </Tag>
      ))}
    </p>
  )
}

import { Link } from '@tanstack/react-router'
import type { AskedWording } from '../../../vocabulary/index.ts'
import { useWords } from '../../ui/index.ts'

/** The question as it was asked and the one behind the words, leading to that very version of the survey. */
export function AskedWords({ asked }: { asked: AskedWording | null }) {
  const { t } = useWords()
  if (!asked) return null
  const { surveyId, version, language, question, followUp } = asked
  return (
    <p className="small asked">
      {t('answers.asked')}{' '}
      <q lang={language} dir="auto">
        {question}
      </q>{' '}
      {followUp && (
        <>
          <q lang={language} dir="auto">
            {followUp}
          </q>{' '}
        </>
      )}
      <Link to={`/ask/surveys/${surveyId}` as string} search={{ version } as never}>
        {t('answers.askedVersion', { version })}
      </Link>
    </p>
  )
}

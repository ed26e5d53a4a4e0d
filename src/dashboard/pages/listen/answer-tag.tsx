import { partOf } from '../../../stats/index.ts'
import { type OpeningAnswer, scaleOf } from '../../../vocabulary/index.ts'
import { ScoreTag, Tag, useWords } from '../../ui/index.ts'

const TONES = { promoter: 'pro', passive: 'pas', detractor: 'det' } as const

/** What the first question got, on whichever scale: 9 of NPS, 4/5 of another, a line for free words. */
export function AnswerTag({ answer }: { answer: OpeningAnswer }) {
  const { t } = useWords()
  const scale = scaleOf(answer.opening)
  if (answer.rating === null || !scale) return <ScoreTag score={answer.score} />
  return <Tag tone={TONES[partOf(answer)]}>{t('answers.rating', { rating: answer.rating, to: scale.to })}</Tag>
}

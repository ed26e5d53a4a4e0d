import type { ReactNode } from 'react'
import { partOf } from '../../stats/index.ts'
import { type OpeningAnswer, scaleOf } from '../../vocabulary/question.ts'
import { useWords } from './words.tsx'

export const SIGNS = { promoter: '▲', passive: '●', detractor: '▼' } as const
const TONES = { promoter: 'pro', passive: 'pas', detractor: 'det' } as const
/** What stands before a rating so that no two scales look alike. */
const MARKS: Partial<Record<OpeningAnswer['opening'], string>> = { csat: 'CSAT ', ces: 'CES ', stars: '★ ' }

/** A small word in a wash of colour; `tone` is kept for the three groups. */
export const Tag = ({ tone, children }: { tone?: 'pro' | 'pas' | 'det'; children: ReactNode }) => (
  <span className={tone ? `tag ${tone}` : 'tag'}>{children}</span>
)

/** What the first question got, on its own scale (9, ★ 4/5, CES 6/7), with the sign and colour of its part. */
export function ScoreTag({ answer }: { answer: OpeningAnswer }) {
  const { t } = useWords()
  const { opening, score, rating } = answer
  const scale = scaleOf(opening)
  if (score === null && (rating === null || !scale)) return <Tag>–</Tag>
  const part = partOf(answer)
  return (
    <span className={`tag score ${TONES[part]}`}>
      <span aria-hidden="true">{SIGNS[part]} </span>
      {score ?? <Rating opening={opening} rating={rating ?? 0} to={scale?.to ?? 0} />}
      <span className="hidden"> {t(score === null ? `pulse.parts.${part}` : `shell.group.${part}`)}</span>
    </span>
  )
}

function Rating({ opening, rating, to }: { opening: OpeningAnswer['opening']; rating: number; to: number }) {
  const { t } = useWords()
  return (
    <>
      <span aria-hidden="true">
        {MARKS[opening]}
        {rating}/{to}
      </span>
      <span className="hidden">{t('answers.rating', { rating, to })}</span>
    </>
  )
}

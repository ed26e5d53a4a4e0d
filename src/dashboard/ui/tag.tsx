import type { ReactNode } from 'react'
import { categoryOf } from '../../stats/index.ts'
import { useWords } from './words.tsx'

export const SIGNS = { promoter: '▲', passive: '●', detractor: '▼' } as const
const TONES = { promoter: 'pro', passive: 'pas', detractor: 'det' } as const

/** A small word in a wash of colour; `tone` is kept for the three groups. */
export const Tag = ({ tone, children }: { tone?: 'pro' | 'pas' | 'det'; children: ReactNode }) => (
  <span className={tone ? `tag ${tone}` : 'tag'}>{children}</span>
)

/** A score with the sign and colour of its group. */
export function ScoreTag({ score }: { score: number | null }) {
  const { t } = useWords()
  if (score === null) return <Tag>–</Tag>
  const category = categoryOf(score)
  return (
    <span className={`tag score ${TONES[category]}`}>
      <span aria-hidden="true">{SIGNS[category]} </span>
      {score}
      <span className="hidden"> {t(`shell.group.${category}`)}</span>
    </span>
  )
}

import { partOf } from '../../stats/index.ts'
import { type Opening, SCALES } from '../../vocabulary/index.ts'
import type { AskScale } from './config.ts'

/** Where on the page the widget stands, as its style says it. */
export const PLACES = { right: 'right:20px', left: 'left:20px', middle: 'left:50%;transform:translateX(-50%)' } as const

/** The scale of the first question, and where its good and middle parts begin; free words fall into the middle. */
export function askScale(opening: Opening): AskScale {
  if (opening === 'free') return { opening, scale: null, good: 1, middle: 0 }
  const { from, to } = SCALES[opening]
  const partAt = (n: number) =>
    partOf({ opening, score: opening === 'nps' ? n : null, rating: opening === 'nps' ? null : n })
  const numbers = Array.from({ length: to - from + 1 }, (_, i) => from + i)
  const first = (part: string) => numbers.find(n => partAt(n) === part) ?? to
  return { opening, scale: [from, to], good: first('promoter'), middle: first('passive') }
}

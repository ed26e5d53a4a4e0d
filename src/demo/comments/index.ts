import { categoryOf } from '../../stats/index.ts'
import type { Theme, Tongue } from '../company.ts'
import type { Random } from '../random.ts'
import { english } from './english.ts'
import { finnish } from './finnish.ts'
import { german } from './german.ts'
import type { Sentences } from './sentences.ts'

const byTongue: Record<Tongue, Sentences> = { de: german, fi: finnish, en: english }

/** A comment on `theme` that fits the score. */
export function commentOn(theme: Theme, score: number, tongue: Tongue, random: Random): string {
  const { content, unhappy } = byTongue[tongue][theme]
  const category = categoryOf(score)
  if (category === 'promoter') return random.pick(content)
  if (category === 'detractor') return random.pick(unhappy)
  return random.chance(0.5) ? random.pick(unhappy) : random.pick(content)
}

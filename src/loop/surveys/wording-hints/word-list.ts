import type { WordingLanguage } from '../../../vocabulary/index.ts'

/** Words by language; `lovel*` stands for every word that begins so, spaces for any white space. */
export type WordLists = Partial<Record<WordingLanguage, readonly string[]>>

const ESCAPED = /[.+?^${}()|[\]\\]/g
const made = new WeakMap<readonly string[], RegExp>()

/** The words of a list that stand in a text, as they stand there. */
export function wordsIn(text: string, language: WordingLanguage, lists: WordLists): string[] {
  const list = lists[language]
  return list ? [...text.matchAll(patternOf(list))].map(([word]) => word) : []
}

function patternOf(list: readonly string[]): RegExp {
  const known = made.get(list)
  if (known) return known
  const words = list.map(word => word.replace(ESCAPED, '\\$&').replaceAll(' ', '\\s+').replaceAll('*', '\\p{L}*'))
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'giu')
  made.set(list, pattern)
  return pattern
}

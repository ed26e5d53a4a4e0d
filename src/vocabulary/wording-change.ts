import { z } from 'zod'
import type { Question } from './question.ts'
import { type Wording, WordingLanguage, type Wordings } from './survey.ts'

/** One text or question that two versions of a wording do not share; null where a version does not have it. */
export const WordingChange = z.object({
  path: z.string(),
  language: WordingLanguage.nullable(),
  before: z.string().nullable(),
  after: z.string().nullable(),
})
export type WordingChange = z.infer<typeof WordingChange>

/** A version of a survey's wording: when it was published, by whom, and what it changed. */
export const WordingVersion = z.object({
  version: z.number().int(),
  publishedAt: z.iso.datetime(),
  publishedBy: z.string().nullable(),
  changes: z.array(WordingChange),
})
export type WordingVersion = z.infer<typeof WordingVersion>

/** What differs between two versions: languages, questions, their order and conditions, and every text. */
export function wordingChanges(before: Wordings, after: Wordings): WordingChange[] {
  const [old, own] = [flat(before), flat(after)]
  return [...new Set([...old.keys(), ...own.keys()])]
    .filter(path => old.get(path) !== own.get(path))
    .map(path => ({
      path,
      language: languageIn(path),
      before: old.get(path) ?? null,
      after: own.get(path) ?? null,
    }))
}

const languageIn = (path: string) => WordingLanguage.safeParse(/^texts\.([a-z]+)/.exec(path)?.[1]).data ?? null

function flat({ language, questions, texts }: Wordings): Map<string, string> {
  const all = new Map([['language', language as string]])
  all.set('order', questions.map(question => question.questionId).join(', '))
  for (const question of questions) all.set(`questions.${question.questionId}`, structureOf(question))
  for (const [code, wording] of Object.entries(texts) as [string, Wording][]) {
    all.set(`texts.${code}`, code)
    putTexts(all, `texts.${code}`, wording)
  }
  return all
}

const structureOf = ({ kind, required, several, options, when }: Question): string =>
  JSON.stringify({ kind, required, several, options, when })

function putTexts(all: Map<string, string>, path: string, place: object): void {
  for (const [key, value] of Object.entries(place)) {
    if (typeof value === 'string') {
      if (value !== '') all.set(`${path}.${key}`, value)
    } else if (typeof value === 'object' && value !== null) putTexts(all, `${path}.${key}`, value)
  }
}

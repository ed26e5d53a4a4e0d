import { z } from 'zod'

/** The languages that a survey's wording can have. */
export const WORDING_LANGUAGES = ['en', 'de', 'fi'] as const
export const WordingLanguage = z.enum(WORDING_LANGUAGES)
export type WordingLanguage = z.infer<typeof WordingLanguage>

const line = z.string().trim().min(1).max(300)
const paragraph = z.string().trim().min(1).max(2000)
const byGroup = z.strictObject({ promoter: paragraph, passive: paragraph, detractor: paragraph })

/** Everything a person reads in one language; `{{company}}` and `{{first_name}}` are the only placeholders. */
export const Wording = z.strictObject({
  question: line,
  lowEnd: line.max(80),
  highEnd: line.max(80),
  followUp: byGroup,
  thanks: byGroup,
  mailSubject: line.max(150),
  mailIntro: paragraph,
})
export type Wording = z.infer<typeof Wording>

/** The wording per language; `language` is what people get whose own language is missing. */
export const Wordings = z
  .strictObject({ language: WordingLanguage, texts: z.partialRecord(WordingLanguage, Wording) })
  .refine(wordings => wordings.texts[wordings.language] !== undefined, {
    message: 'has no text in its first language',
    path: ['language'],
  })
export type Wordings = z.infer<typeof Wordings>

/** A survey as lists show it. */
export const Survey = z.object({
  surveyId: z.uuid(),
  name: z.string(),
  version: z.number().int(),
  languages: z.array(WordingLanguage),
  waves: z.number().int(),
  responses: z.number().int(),
  createdAt: z.iso.datetime(),
  archivedAt: z.iso.datetime().nullable(),
})
export type Survey = z.infer<typeof Survey>

/** A survey with the wording of one version (the newest unless asked otherwise). */
export const SurveyWithWording = Survey.extend({ wording: Wordings, publishedAt: z.iso.datetime() })
export type SurveyWithWording = z.infer<typeof SurveyWithWording>

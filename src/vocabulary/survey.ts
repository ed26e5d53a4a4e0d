import { z } from 'zod'
import { Opening, Question } from './question.ts'

/** The languages that a survey's wording can have. */
export const WORDING_LANGUAGES = [
  ...['en', 'de', 'fi', 'sv', 'no', 'da', 'nl', 'fr', 'es', 'it', 'pt', 'pl'],
  ...['cs', 'hu', 'ro', 'el', 'tr', 'uk', 'et', 'lv', 'lt', 'ja', 'zh', 'ar'],
] as const
export const WordingLanguage = z.enum(WORDING_LANGUAGES)
export type WordingLanguage = z.infer<typeof WordingLanguage>

const line = z.string().trim().min(1).max(300)
const paragraph = z.string().trim().min(1).max(2000)
const byGroup = z.strictObject({ promoter: paragraph, passive: paragraph, detractor: paragraph })

/** The words of a question after the first; `options` by their names, for `choice`. */
export const QuestionWording = z.strictObject({
  text: line,
  lowEnd: z.string().trim().max(80).default(''),
  highEnd: z.string().trim().max(80).default(''),
  options: z.record(z.string(), line).default({}),
})
export type QuestionWording = z.infer<typeof QuestionWording>

/** Where the thanks lead on: one link with its words. */
export const NextStep = z.strictObject({ label: line.max(80), address: z.url({ protocol: /^https$/ }).max(500) })
export type NextStep = z.infer<typeof NextStep>

const oneScore = z.string().regex(/^(10|[0-9])$/, 'must be one rating')

/**
 * Everything a person reads in one language; `{{company}}` and `{{first_name}}` are the only placeholders.
 * Where the opening is not NPS, `promoter`, `passive` and `detractor` mean the good, middle and bad part of its scale.
 */
export const Wording = z.strictObject({
  question: line,
  lowEnd: line.max(80),
  highEnd: line.max(80),
  followUp: byGroup,
  /** Follow-ups for exact ratings; where there is none, the one of the group is asked. */
  followUpByScore: z.record(oneScore, paragraph).default({}),
  thanks: byGroup,
  nextStep: z
    .strictObject({ promoter: NextStep.optional(), passive: NextStep.optional(), detractor: NextStep.optional() })
    .default({}),
  questions: z.record(z.string(), QuestionWording).default({}),
  mailSubject: line.max(150),
  mailIntro: paragraph,
  reminderSubject: z.string().trim().max(150).default(''),
  reminderIntro: z.string().trim().max(2000).default(''),
  /** Without a link: it is added. */
  smsText: z.string().trim().max(300).default(''),
})
export type Wording = z.infer<typeof Wording>

/** The questions after the first and the wording per language; `language` is what people get whose own language is missing. */
export const Wordings = z
  .strictObject({
    language: WordingLanguage,
    questions: z.array(Question).max(20).default([]),
    texts: z.partialRecord(WordingLanguage, Wording),
  })
  .refine(wordings => wordings.texts[wordings.language] !== undefined, {
    message: 'has no text in its first language',
    path: ['language'],
  })
export type Wordings = z.infer<typeof Wordings>

/** When people are asked: about the whole relation, after one event, or a few of them all the time. */
export const SURVEY_KINDS = ['relationship', 'transactional', 'pulse'] as const
export const SurveyKind = z.enum(SURVEY_KINDS)
export type SurveyKind = z.infer<typeof SurveyKind>

/** A survey as lists show it. */
export const Survey = z.object({
  surveyId: z.uuid(),
  name: z.string(),
  kind: SurveyKind,
  opening: Opening,
  anonymous: z.boolean(),
  /** How many answers have to come together before any is shown, where the survey is anonymous. */
  anonymousThreshold: z.number().int(),
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

/** A question of the library with its words in every language: inserted into a survey as it stands. */
export const ReadyQuestion = z.object({
  question: Question,
  texts: z.partialRecord(WordingLanguage, QuestionWording),
})
export type ReadyQuestion = z.infer<typeof ReadyQuestion>

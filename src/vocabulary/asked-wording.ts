import { z } from 'zod'

/** What an answer answered: the version of its survey, and the words as they were asked, in the language of the answer. */
export const AskedWording = z.object({
  surveyId: z.uuid(),
  version: z.number().int(),
  language: z.string(),
  question: z.string(),
  /** The question behind the words; null where there are none, or where they are the answer to the first question. */
  followUp: z.string().nullable(),
})
export type AskedWording = z.infer<typeof AskedWording>

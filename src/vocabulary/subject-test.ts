import { z } from 'zod'
import { WordingLanguage } from './survey.ts'

/** Two to four subject lines that chance hands out; each in the languages of the survey, in others the survey's own stands. */
export const SubjectTest = z.strictObject({
  arms: z
    .array(z.partialRecord(WordingLanguage, z.string().trim().min(1).max(150)))
    .min(2)
    .max(4),
  /** On how many of the people they are tried first, in percent; 100 asks everybody at once. */
  percent: z.number().int().min(5).max(100).default(100),
  /** Days after the last mail at which the comparison is read, once. */
  settleDays: z.number().int().min(1).max(30).default(3),
})
export type SubjectTest = z.infer<typeof SubjectTest>

/** What became of those who were not in the test: who decided, and with which subject line; null hands out all of them. */
export const SubjectRest = z.object({ arm: z.number().int().nullable(), sentAt: z.iso.datetime() })
export type SubjectRest = z.infer<typeof SubjectRest>

/** How people answered to one subject line. */
export const SubjectArm = z.object({
  arm: z.number().int(),
  texts: z.partialRecord(WordingLanguage, z.string()),
  sent: z.number().int(),
  answered: z.number().int(),
  share: z.number().nullable(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
})
export type SubjectArm = z.infer<typeof SubjectArm>

/** The comparison of subject lines; before its day it gives no verdict, so that nobody stops at a lucky moment. */
export const SubjectResult = z.object({
  state: z.enum(['not_sent', 'too_early', 'read']),
  readableAt: z.iso.datetime().nullable(),
  arms: z.array(SubjectArm),
  verdict: z.enum(['real', 'noise']).nullable(),
  /** The best arm and the next one, their difference as a share with its interval, and the p of the whole family. */
  best: z.number().int().nullable(),
  difference: z
    .object({ against: z.number().int(), share: z.number(), lower: z.number(), upper: z.number(), p: z.number() })
    .nullable(),
  /** People per subject line to see a difference of 5 percentage points in 4 of 5 cases, and the difference that these numbers can see. */
  neededPerArm: z.number().int().nullable(),
  detectable: z.number().nullable(),
  waiting: z.number().int(),
  rest: SubjectRest.nullable(),
})
export type SubjectResult = z.infer<typeof SubjectResult>

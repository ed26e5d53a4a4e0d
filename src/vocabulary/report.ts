import { z } from 'zod'

const nps = z.number().min(-100).max(100)
const count = z.number().int().min(0)

/** Which column of the file was read as what. */
export const ReportColumns = z.object({
  score: z.string(),
  comment: z.string().nullable(),
  date: z.string().nullable(),
  person: z.string().nullable(),
  weight: z.string().nullable(),
  attributes: z.array(z.string()),
})
export type ReportColumns = z.infer<typeof ReportColumns>

/** One value of one attribute, compared with everybody else and corrected for the number of comparisons. */
export const ReportSegment = z.object({
  attribute: z.string(),
  value: z.string(),
  n: count,
  promoters: count,
  passives: count,
  detractors: count,
  nps: nps.nullable(),
  lower: nps.nullable(),
  upper: nps.nullable(),
  shrunk: nps.nullable(),
  difference: z.number().nullable(),
  p: z.number().nullable(),
  q: z.number().nullable(),
  verdict: z.enum(['real', 'noise', 'unknown']),
  direction: z.enum(['above', 'below']).nullable(),
  suppressed: z.boolean(),
})
export type ReportSegment = z.infer<typeof ReportSegment>

export const TREND_UNITS = ['week', 'month'] as const

/** One period: its own NPS with interval, and the level that the neighbours help to see. */
export const ReportPeriod = z.object({
  from: z.iso.date(),
  unit: z.enum(TREND_UNITS),
  n: count,
  promoters: count,
  passives: count,
  detractors: count,
  nps: nps.nullable(),
  lower: nps.nullable(),
  upper: nps.nullable(),
  level: nps.nullable(),
  levelLower: nps.nullable(),
  levelUpper: nps.nullable(),
})
export type ReportPeriod = z.infer<typeof ReportPeriod>

/** Why an attribute is not shown as segments. */
export const ATTRIBUTE_LEFT_OUT = [
  'too_many_values',
  'one_value',
  'identifier',
  'long_text',
  'too_few_answers',
] as const

/** What a reader of the figures has to know beside them. */
export const REPORT_NOTES = [
  'scale_without_zero',
  'repeated_people',
  'weights_rejected',
  'score_by_values',
  'few_answers',
  'dates_rejected',
] as const

/** What one file of answers says; nothing of it is stored. */
export const Report = z.object({
  columns: ReportColumns,
  n: count,
  promoters: count,
  passives: count,
  detractors: count,
  nps,
  interval: z.object({ lower: nps, upper: nps, method: z.string() }),
  weighted: z.object({ nps, lower: nps, upper: nps, n: count, nEffective: z.number(), method: z.string() }).nullable(),
  rejected: z.array(z.object({ value: z.string(), count, reason: z.string() })),
  scores: z.array(count).length(11),
  segments: z.array(ReportSegment),
  leftOut: z.array(z.object({ column: z.string(), reason: z.enum(ATTRIBUTE_LEFT_OUT), values: count })),
  trend: z.array(ReportPeriod),
  notes: z.array(z.object({ note: z.enum(REPORT_NOTES), facts: z.record(z.string(), z.number().or(z.string())) })),
  file: z.object({
    name: z.string(),
    content: z.enum(['csv', 'xlsx']),
    encoding: z.string().nullable(),
    delimiter: z.string().nullable(),
    format: z.string(),
    rows: count,
    allColumns: z.array(z.string()),
  }),
})
export type Report = z.infer<typeof Report>

const named = z.string().max(300).optional()

/** Which columns the reader names instead of the guess; an empty name means "none". */
export const ReportChoice = z.strictObject({
  score: named,
  comment: named,
  date: named,
  person: named,
  weight: named,
  attributes: z.string().max(5000).optional(),
})
export type ReportChoice = z.infer<typeof ReportChoice>

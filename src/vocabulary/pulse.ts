import { z } from 'zod'
import { AskedWording } from './asked-wording.ts'
import { Opening, openingAnswer } from './question.ts'

const Day = z.iso.date()
const Verdict = z.enum(['real', 'noise', 'unknown'])
const Nps = z.number().min(-100).max(100)
const Listed = z.preprocess(
  value => (typeof value === 'string' ? [value] : value),
  z.array(z.string().max(300)).max(10),
)

/** Which answers a question of Understand is about. Days are meant in the workspace's time zone, both ends included. */
export const AnswerFilter = z.strictObject({
  survey: z.uuid().optional(),
  /** Weeks back from today, or everything; `from` and `to` overrule it. */
  period: z.enum(['4w', '12w', '26w', '52w', 'all']).optional(),
  from: Day.optional(),
  to: Day.optional(),
  /** `attribute:value`; several of one attribute mean either, of several attributes both. */
  segment: Listed.default([]),
  /** One answer per person (the newest in the period), or every answer. */
  per: z.enum(['person', 'answer']).default('person'),
})
export type AnswerFilter = z.infer<typeof AnswerFilter>

/** Query of the first page of the product. */
export const PulseQuery = AnswerFilter.extend({
  /** What the score is compared with. */
  against: z.enum(['before', 'year', 'none']).default('before'),
  unit: z.enum(['week', 'month']).optional(),
  language: z.enum(['en', 'de', 'fi']).optional(),
})
export type PulseQuery = z.infer<typeof PulseQuery>

/** Days from `from` to `to`, both included. */
export const DayRange = z.object({ from: Day, to: Day })
export type DayRange = z.infer<typeof DayRange>

/** A net score with what it rests on. */
export const NpsFigure = z.object({ nps: Nps, lower: Nps, upper: Nps, n: z.number().int(), method: z.string() })
export type NpsFigure = z.infer<typeof NpsFigure>

/** Now against before, in points. */
export const NpsChange = z.object({
  difference: z.number(),
  lower: z.number(),
  upper: z.number(),
  p: z.number(),
  verdict: Verdict,
  method: z.string(),
})
export type NpsChange = z.infer<typeof NpsChange>

/** One segment against everybody else; figures are null where it has too few answers to be shown. */
export const SegmentFigure = z.object({
  attribute: z.string(),
  value: z.string(),
  n: z.number().int(),
  counts: z.array(z.number().int()).length(11).nullable(),
  nps: Nps.nullable(),
  lower: Nps.nullable(),
  upper: Nps.nullable(),
  shrunk: z.number().nullable(),
  /** Answers differ by habit too (countries, languages, regions of several countries): no verdict against the rest. */
  style: z.boolean(),
  difference: z.number().nullable(),
  q: z.number().nullable(),
  verdict: Verdict,
  direction: z.enum(['above', 'below']).nullable(),
  suppressed: z.boolean(),
  change: NpsChange.nullable(),
})
export type SegmentFigure = z.infer<typeof SegmentFigure>

/** One week or month of the trend. */
export const TrendFigure = z.object({
  start: Day,
  n: z.number().int(),
  nps: Nps.nullable(),
  level: Nps.nullable(),
  lower: Nps.nullable(),
  upper: Nps.nullable(),
})
export type TrendFigure = z.infer<typeof TrendFigure>

/** The sentence on top of the page and the rules it was made by. */
export const Headline = z.object({ lead: z.string(), rest: z.string(), because: z.array(z.string()) })
export type Headline = z.infer<typeof Headline>

const PersonName = z
  .object({ personId: z.uuid(), name: z.string().nullable(), company: z.string().nullable() })
  .nullable()

/** An answer as lists show it. */
export const AnswerLine = z.object({
  responseId: z.uuid(),
  ...openingAnswer,
  comment: z.string().nullable(),
  language: z.string().nullable(),
  channel: z.string(),
  state: z.string(),
  surveyId: z.uuid(),
  survey: z.string(),
  /** What was asked, as it was asked; null of anonymous surveys (it would divide a batch) and of answers from files. */
  asked: AskedWording.nullable(),
  answeredAt: z.string(),
  person: PersonName,
  attributes: z.record(z.string(), z.unknown()),
  caseId: z.uuid().nullable(),
  /** What spoke against an answer that was set aside. */
  evidence: z.string().nullable(),
  /** The member who typed in what came on paper or on the phone. */
  enteredBy: z.string().nullable(),
  /** Of an anonymous survey: no person, no attributes, no language; the day is the one on which its batch was shown. */
  anonymous: z.boolean(),
})
export type AnswerLine = z.infer<typeof AnswerLine>

/** A case at the head of a queue. */
export const WaitingCase = z.object({
  caseId: z.uuid(),
  queue: z.string(),
  dueAt: z.string(),
  overdue: z.boolean(),
  ...openingAnswer,
  comment: z.string().nullable(),
  person: PersonName,
  annualValue: z.number().nullable(),
})
export type WaitingCase = z.infer<typeof WaitingCase>

/** An attribute that splits answers, with its parts; bands stand in their order. */
export const SplittingAttribute = z.object({
  attribute: z.string(),
  values: z.array(z.string()),
  /** What people call it, where somebody has said so. */
  label: z.string().nullable(),
  ordered: z.boolean(),
  /** The attribute above: parts are called `DE › Bavaria`. */
  parent: z.string().nullable(),
})
export type SplittingAttribute = z.infer<typeof SplittingAttribute>

/** What a filter can be set to. */
export const PulseChoices = z.object({
  surveys: z.array(z.object({ surveyId: z.uuid(), name: z.string(), opening: Opening, anonymous: z.boolean() })),
  attributes: z.array(SplittingAttribute),
})

/** An anonymous survey: answers are shown in batches of `shownFrom` at least; `waiting` ones are not shown yet. */
export const Sealed = z.object({ shownFrom: z.number().int(), waiting: z.number().int() })
export type Sealed = z.infer<typeof Sealed>

/** Everything the first page shows. */
export const Pulse = z.object({
  headline: Headline,
  period: DayRange.extend({ chosen: z.enum(['asked', 'default', 'all']), timeZone: z.string() }),
  before: DayRange.nullable(),
  per: z.enum(['person', 'answer']),
  /** Where the chosen survey is anonymous. */
  sealed: Sealed.nullable(),
  /** Answers of the period, or where it is empty those of the whole workspace. */
  answersEver: z.number().int(),
  now: NpsFigure.nullable(),
  earlier: NpsFigure.nullable(),
  change: NpsChange.nullable(),
  counts: z.array(z.number().int()).length(11),
  /** Answers of the period left out because the person gave a newer one in it. */
  olderOnes: z.number().int(),
  asked: z.object({ invited: z.number().int(), answered: z.number().int() }).nullable(),
  unconfirmed: z.number().int(),
  quarantined: z.number().int(),
  trend: z.object({
    unit: z.enum(['week', 'month']),
    periods: z.array(TrendFigure),
    breaks: z.array(z.object({ start: Day, version: z.number() })),
  }),
  segments: z.array(SegmentFigure),
  /** Segments looked at: the number the verdicts are corrected for. */
  segmentsTested: z.number().int(),
  comments: z.array(AnswerLine),
  commentCount: z.number().int(),
  waiting: z.object({ due: z.number().int(), open: z.number().int(), heads: z.array(WaitingCase) }),
  choices: PulseChoices,
})
export type Pulse = z.infer<typeof Pulse>

/** The two numbers of the rail: cases due now, answers of the last seven days. */
export const RailCounts = z.object({ due: z.number().int(), recent: z.number().int() })
export type RailCounts = z.infer<typeof RailCounts>

/** Query of the list of answers. */
export const AnswersQuery = AnswerFilter.omit({ per: true, period: true }).extend({
  score: z.preprocess(
    value => (value === undefined ? [] : [value].flat()),
    z.array(z.coerce.number().int().min(0).max(10)).max(11),
  ),
  comment: z.enum(['with', 'without']).optional(),
  language: z.string().max(20).optional(),
  state: z.enum(['confirmed', 'quarantined']).default('confirmed'),
  search: z.string().trim().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional(),
})
export type AnswersQuery = z.infer<typeof AnswersQuery>

/** Trends of the values of one attribute, side by side. */
export const AttributeTrends = z.object({
  unit: z.enum(['week', 'month']),
  trends: z.array(z.object({ value: z.string(), n: z.number().int(), periods: z.array(TrendFigure) })),
})
export type AttributeTrends = z.infer<typeof AttributeTrends>
export const AttributeTrendsQuery = AnswerFilter.extend({ attribute: z.string().max(100) })
export type AttributeTrendsQuery = z.infer<typeof AttributeTrendsQuery>

/** What the list of answers can be filtered by. */
export const AnswerChoices = z.object({
  surveys: z.array(z.object({ surveyId: z.uuid(), name: z.string(), anonymous: z.boolean() })),
  languages: z.array(z.string()),
})
export type AnswerChoices = z.infer<typeof AnswerChoices>

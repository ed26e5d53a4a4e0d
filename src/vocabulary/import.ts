import { z } from 'zod'
import { ColumnRole } from './column-role.ts'

/** What a file brings: people, answers to the question, or what happened between us and them. */
export const IMPORT_KINDS = ['people', 'responses', 'touchpoints'] as const
export const ImportKind = z.enum(IMPORT_KINDS)
export type ImportKind = z.infer<typeof ImportKind>

/** `waiting` for a person to look at the columns, then `running`, then `done` or `failed`. */
export const IMPORT_STATES = ['waiting', 'running', 'done', 'failed'] as const

/** Why a row was not taken; a sentence stands under `imports.reasons`. */
export const IMPORT_REASONS = [
  'score_empty',
  'score_not_a_number',
  'score_not_whole',
  'score_out_of_range',
  'date_unreadable',
  'date_missing',
  'weight_unreadable',
  'email_invalid',
  'email_of_another',
  'person_missing',
  'person_unknown',
  'kind_unknown',
  'title_missing',
  'amount_unreadable',
  'wave_too_long',
  'attribute_wrong',
  'test_answer',
  'bogus_answer',
  'excluded_answer',
  'unfinished_answer',
] as const
export type ImportReason = (typeof IMPORT_REASONS)[number]

const short = z.string().trim().min(1).max(200)

/** What holds for a whole file. */
export const ImportOptions = z.strictObject({
  /** Survey of the answers; a name that is not known becomes a new survey. */
  surveyId: z.uuid().nullish(),
  surveyName: short.nullish(),
  /** One wave for all rows, where no column says it. */
  wave: short.nullish(),
  /** Zone of times that name none. */
  timeZone: z.string().max(64).nullish(),
  /** Day of answers that have no date. */
  date: z.iso.date().nullish(),
  dayOrder: z.enum(['day-first', 'month-first']).nullish(),
  /** Kind of touchpoints that have no kind column. */
  touchpoint: z.enum(['order', 'ticket', 'call', 'mail', 'visit', 'price', 'note']).nullish(),
})
export type ImportOptions = z.infer<typeof ImportOptions>

/** One column of the file: its name, its first values, and what it is taken for. */
export const ImportColumn = z.object({ name: z.string(), sample: z.array(z.string()), role: ColumnRole })
export type ImportColumn = z.infer<typeof ImportColumn>

/** How a file is read: its columns with their roles, and what holds for all rows. */
export const ImportMapping = z.object({
  format: z.string(),
  remembered: z.boolean(),
  columns: z.array(ImportColumn),
  options: ImportOptions,
})
export type ImportMapping = z.infer<typeof ImportMapping>

/** A member's word on the mapping. */
export const MappingChoice = z.strictObject({
  kind: ImportKind.optional(),
  roles: z.record(z.string().max(300), ColumnRole).optional(),
  options: ImportOptions.optional(),
})
export type MappingChoice = z.infer<typeof MappingChoice>

/** One run over one file. */
export const Import = z.object({
  importId: z.uuid(),
  kind: ImportKind,
  fileName: z.string(),
  state: z.enum(IMPORT_STATES),
  dryRun: z.boolean(),
  mapping: ImportMapping,
  /** What is still missing before it can run: roles. */
  missing: z.array(z.string()),
  /** Why it failed: a code of REFUSALS with its facts. */
  problem: z.object({ code: z.string(), facts: z.record(z.string(), z.string().or(z.number())) }).nullable(),
  rowsRead: z.number().int(),
  rowsAdded: z.number().int(),
  rowsChanged: z.number().int(),
  rowsKnown: z.number().int(),
  rowsRejected: z.number().int(),
  /** Attribute values of the file that wait beneath what people said themselves, or a member corrected. */
  valuesKept: z.number().int(),
  /** How many questions the rows make by triggers, or would: of what happened within a trigger's delay and one day more. */
  turnsMade: z.number().int(),
  bytesRead: z.number().int(),
  bytesTotal: z.number().int().nullable(),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
})
export type Import = z.infer<typeof Import>

/** A row that was not taken. */
export const ImportRejection = z.object({
  row: z.number().int(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  reason: z.enum(IMPORT_REASONS),
  cells: z.array(z.string()),
})
export type ImportRejection = z.infer<typeof ImportRejection>

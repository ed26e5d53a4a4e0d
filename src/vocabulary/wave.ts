import { z } from 'zod'
import { Audience } from './audience.ts'
import { ReminderCheck, Reminders } from './reminder.ts'
import { AskingChannel } from './rolling-plan.ts'
import { Drawn, Sample } from './sample.ts'
import { SubjectRest, SubjectTest } from './subject-test.ts'

/** Why a person is left out of a wave before anything is sent; the gate checks the same again for each message. */
export const LEFT_OUT = [
  'no_address',
  'no_basis',
  'suppressed',
  'asked_recently',
  'already_invited',
  'same_address',
  'not_drawn',
  'after_test',
  'asked_by_trigger',
  'too_late',
] as const
export const LeftOut = z.enum(LEFT_OUT)
export type LeftOut = z.infer<typeof LeftOut>

/** What a send would do: how many would be asked and who is left out, by reason. */
export const SendCheck = z.object({
  people: z.number().int(),
  asked: z.number().int(),
  leftOut: z.partialRecord(LeftOut, z.number().int()),
  quietUntil: z.iso.datetime().nullable(),
  /** How many are reached in which way. */
  channels: z.partialRecord(z.enum(['email', 'sms']), z.number().int()),
  /** How many of those asked are reached later, because it is night, weekend or a holiday where they live. */
  waiting: z.partialRecord(z.enum(['quiet_hours', 'weekend', 'holiday']), z.number().int()),
  reminders: z.array(ReminderCheck),
})
export type SendCheck = z.infer<typeof SendCheck>

export const WAVE_STATES = ['draft', 'planning', 'sending', 'stopped', 'done'] as const
export const WaveState = z.enum(WAVE_STATES)
export type WaveState = z.infer<typeof WaveState>

/** What a round is asked with, besides its survey. */
export const WaveOptions = z.strictObject({
  channel: AskingChannel.default('email'),
  sample: Sample.optional(),
  reminders: Reminders.default([]),
  subjects: SubjectTest.optional(),
})
export type WaveOptions = z.infer<typeof WaveOptions>

/** Who began a round: a member once, a rolling plan, or a trigger. */
export const WAVE_KINDS = ['once', 'rolling', 'trigger'] as const
export const WaveKind = z.enum(WAVE_KINDS)
export type WaveKind = z.infer<typeof WaveKind>

/** One round of asking: its audience, its progress by message state, its answers. */
export const Wave = z.object({
  waveId: z.uuid(),
  surveyId: z.uuid(),
  surveyName: z.string(),
  name: z.string(),
  startsOn: z.iso.date(),
  kind: WaveKind,
  planId: z.uuid().nullable(),
  triggerId: z.uuid().nullable(),
  channel: AskingChannel,
  audience: Audience,
  sample: Sample.nullable(),
  drawn: Drawn.nullable(),
  reminders: Reminders,
  subjects: SubjectTest.nullable(),
  rest: SubjectRest.nullable(),
  state: WaveState,
  approvedAt: z.iso.datetime().nullable(),
  stoppedAt: z.iso.datetime().nullable(),
  leftOut: z.record(z.string(), z.number().int()),
  messages: z.record(z.string(), z.number().int()),
  invited: z.number().int(),
  answered: z.number().int(),
})
export type Wave = z.infer<typeof Wave>

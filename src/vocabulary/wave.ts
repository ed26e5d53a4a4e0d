import { z } from 'zod'
import { Audience } from './audience.ts'

/** Why a person is left out of a wave before anything is sent; the gate checks the same again for each message. */
export const LEFT_OUT = [
  'no_address',
  'no_basis',
  'suppressed',
  'asked_recently',
  'already_invited',
  'same_address',
] as const
export const LeftOut = z.enum(LEFT_OUT)
export type LeftOut = z.infer<typeof LeftOut>

/** What a send would do: how many would be asked and who is left out, by reason. */
export const SendCheck = z.object({
  people: z.number().int(),
  asked: z.number().int(),
  leftOut: z.partialRecord(LeftOut, z.number().int()),
  quietUntil: z.iso.datetime().nullable(),
})
export type SendCheck = z.infer<typeof SendCheck>

export const WAVE_STATES = ['draft', 'planning', 'sending', 'stopped', 'done'] as const
export const WaveState = z.enum(WAVE_STATES)
export type WaveState = z.infer<typeof WaveState>

/** One round of asking: its audience, its progress by message state, its answers. */
export const Wave = z.object({
  waveId: z.uuid(),
  surveyId: z.uuid(),
  surveyName: z.string(),
  name: z.string(),
  startsOn: z.iso.date(),
  audience: Audience,
  state: WaveState,
  approvedAt: z.iso.datetime().nullable(),
  stoppedAt: z.iso.datetime().nullable(),
  leftOut: z.record(z.string(), z.number().int()),
  messages: z.record(z.string(), z.number().int()),
  invited: z.number().int(),
  answered: z.number().int(),
})
export type Wave = z.infer<typeof Wave>

import { z } from 'zod'
import { Audience } from './audience.ts'
import { Reminders } from './reminder.ts'
import { AskingChannel } from './rolling-plan.ts'
import { TouchpointKind } from './touchpoint.ts'

const state = z.string().trim().min(1).max(60)

const trigger = {
  name: z.string().trim().min(1).max(200),
  channel: AskingChannel,
  audience: Audience,
  touchpointKind: TouchpointKind,
  /** The states that count, such as delivered; none means every one. */
  states: z.array(state).max(20),
  /** States that call a waiting question off, such as returned. */
  contraryStates: z.array(state).max(20),
  delayHours: z.number().int().min(0).max(8760),
  /** At most one question per person in so many days. */
  restDays: z.number().int().min(7).max(730),
  reminders: Reminders,
}

/** A trigger as written; it asks nobody before it is started. */
export const NewTrigger = z.strictObject({
  ...trigger,
  surveyId: z.uuid(),
  channel: AskingChannel.default('email'),
  audience: Audience.default({ kind: 'all' }),
  states: trigger.states.default([]),
  contraryStates: trigger.contraryStates.default([]),
  delayHours: trigger.delayHours.default(0),
  restDays: trigger.restDays.default(90),
  reminders: Reminders.default([]),
})
export type NewTrigger = z.infer<typeof NewTrigger>

/** What of a trigger is to be different. */
export const TriggerChange = z.strictObject(trigger).partial()
export type TriggerChange = z.infer<typeof TriggerChange>

/** What a trigger would have heard of lately. */
export const TriggerQuestion = z.strictObject({ touchpointKind: TouchpointKind, states: trigger.states.default([]) })
export type TriggerQuestion = z.infer<typeof TriggerQuestion>
export const TriggerTrial = z.object({
  days: z.number().int(),
  touchpoints: z.number().int(),
  people: z.number().int(),
  /** The states in which such touchpoints are, the usual ones first. */
  states: z.array(z.string()),
})
export type TriggerTrial = z.infer<typeof TriggerTrial>

export const TRIGGER_TURN_STATES = ['waiting', 'asked', 'left_out', 'cancelled'] as const
export const TriggerTurnState = z.enum(TRIGGER_TURN_STATES)
export type TriggerTurnState = z.infer<typeof TriggerTurnState>

/** Asks a person some time after something happened with them. */
export const Trigger = z.object({
  ...trigger,
  triggerId: z.uuid(),
  surveyId: z.uuid(),
  surveyName: z.string(),
  startedAt: z.iso.datetime().nullable(),
  turns: z.record(TriggerTurnState, z.number().int()),
  answered: z.number().int(),
})
export type Trigger = z.infer<typeof Trigger>

/** What a trigger made of one touchpoint. */
export const TriggerTurn = z.object({
  touchpointId: z.uuid(),
  personId: z.uuid(),
  personName: z.string().nullable(),
  title: z.string(),
  touchpointState: z.string().nullable(),
  state: TriggerTurnState,
  reason: z.string().nullable(),
  dueAt: z.iso.datetime(),
  createdAt: z.iso.datetime(),
})
export type TriggerTurn = z.infer<typeof TriggerTurn>

/** Triggers that many companies want, ready to be taken; their words stand in the language files under `waves.presets`. */
export const TRIGGER_PRESETS = {
  order_delivered: {
    touchpointKind: 'order',
    states: ['delivered', 'fulfilled', 'completed'],
    contraryStates: ['returned', 'cancelled', 'refunded'],
    delayHours: 14 * 24,
    restDays: 90,
  },
  ticket_closed: {
    touchpointKind: 'ticket',
    states: ['closed', 'solved', 'resolved'],
    contraryStates: ['open', 'reopened'],
    delayHours: 1,
    restDays: 30,
  },
  deal_won: {
    touchpointKind: 'order',
    states: ['won'],
    contraryStates: ['lost', 'cancelled'],
    delayHours: 30 * 24,
    restDays: 180,
  },
  visit_done: {
    touchpointKind: 'visit',
    states: ['done', 'completed'],
    contraryStates: ['cancelled', 'no_show'],
    delayHours: 3,
    restDays: 60,
  },
} as const satisfies Record<string, Partial<z.input<typeof NewTrigger>>>
export type TriggerPreset = keyof typeof TRIGGER_PRESETS

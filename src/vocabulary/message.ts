import { z } from 'zod'
import { Channel } from './channel.ts'
import { DeliveryReport, Outcome } from './delivery.ts'

/** Why something is sent to a person, the most important first: the contact budget goes to the first of them. */
export const MESSAGE_PURPOSES = [
  ...['member', 'case_reply', 'confirmation', 'probe', 'survey', 'comment_ask', 'reminder'],
  ...['review', 'referral', 'testimonial', 'news'],
] as const
export const MessagePurpose = z.enum(MESSAGE_PURPOSES)
export type MessagePurpose = z.infer<typeof MessagePurpose>

/** The states of a message; `gate` and `unknown` are never sent again by themselves (guarantee G4). */
export const MESSAGE_STATES = [
  'planned',
  'queued',
  'claimed',
  'gate',
  'accepted',
  'deferred',
  'failed',
  'blocked',
  'expired',
  'unknown',
] as const
export const MessageState = z.enum(MESSAGE_STATES)
export type MessageState = z.infer<typeof MessageState>

/** Why a message was refused, put off or failed; the sentence stands in the language files under `messages.reasons`. */
export const MESSAGE_REASONS = [
  'no_basis',
  'objection',
  'hard_bounce',
  'soft_bounce',
  'complaint',
  'erasure',
  'operator',
  'asked_recently',
  'reserved_for',
  'purpose_limit',
  'paused_by_person',
  'surveys_only',
  'quiet_hours',
  'weekend',
  'holiday',
  'clock_jumped',
  'expired',
  'sending_held',
  'sender_paused',
  'wave_stopped',
  'already_answered',
  'server_unreachable',
  'server_busy',
  'address_unknown',
  'refused_by_server',
  'sender_refused',
  'no_reply',
  'process_ended',
  'sent_again',
  'address_invalid',
  'restored',
  'domain_limit',
  'domain_busy',
  'warm_up',
  'sender_unproven',
  'complaints_high',
] as const
export type MessageReason = (typeof MESSAGE_REASONS)[number]

/** A message as lists show it. */
export const Message = z.object({
  messageId: z.uuid(),
  purpose: MessagePurpose,
  waveId: z.uuid().nullable(),
  personId: z.uuid().nullable(),
  personName: z.string().nullable(),
  channel: Channel,
  address: z.string(),
  state: MessageState,
  reason: z.string().nullable(),
  providerReply: z.string().nullable(),
  attempts: z.number().int(),
  notBefore: z.iso.datetime(),
  createdAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  acceptedAt: z.iso.datetime().nullable(),
  /** What was reported after the server took it. */
  outcome: Outcome.nullable(),
})
export type Message = z.infer<typeof Message>

/** A message with every turn it took. */
export const MessageWithTurns = Message.extend({
  subject: z.string().nullable(),
  turns: z.array(
    z.object({
      state: z.string(),
      reason: z.string().nullable(),
      reply: z.string().nullable(),
      turnedAt: z.iso.datetime(),
    }),
  ),
  reports: z.array(DeliveryReport),
})
export type MessageWithTurns = z.infer<typeof MessageWithTurns>

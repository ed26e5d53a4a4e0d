import { z } from 'zod'
import { OUTCOMES } from '../../../vocabulary/delivery.ts'
import { MESSAGE_PURPOSES, MESSAGE_STATES } from '../../../vocabulary/message.ts'

const optional = <S extends z.ZodType>(shape: S) => shape.optional().catch(undefined)

/** The filters of the messages, as they stand in the address. */
export const MessageFilters = z.object({
  state: optional(z.enum(MESSAGE_STATES)),
  outcome: optional(z.enum(OUTCOMES)),
  reason: optional(z.string()),
  purpose: optional(z.enum(MESSAGE_PURPOSES)),
  channel: optional(z.enum(['email', 'sms'])),
  waveId: optional(z.string()),
  personId: optional(z.string()),
  domain: optional(z.string()),
  search: optional(z.string()),
})
export type MessageFilters = z.output<typeof MessageFilters>
export type ChangeFilters = (change: Partial<z.input<typeof MessageFilters>>) => void

export const NO_FILTERS: Partial<z.input<typeof MessageFilters>> = Object.fromEntries(
  Object.keys(MessageFilters.shape).map(name => [name, undefined]),
)

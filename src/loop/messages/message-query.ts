import { z } from 'zod'
import { Channel, MessagePurpose, MessageState, Outcome, PageQuery } from '../../vocabulary/index.ts'

/** By what messages are looked for. */
export const MessageQuery = z.strictObject({
  waveId: z.uuid().optional(),
  personId: z.uuid().optional(),
  state: MessageState.optional(),
  outcome: Outcome.optional(),
  reason: z.string().max(40).optional(),
  purpose: MessagePurpose.optional(),
  channel: Channel.optional(),
  domain: z.string().trim().max(253).optional(),
  search: z.string().trim().max(200).optional(),
})

/** The same, page by page. */
export const MessagePageQuery = PageQuery.extend(MessageQuery.shape)

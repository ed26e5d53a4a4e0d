import { z } from 'zod'

/** How a person was reached or came: the ways that Echolot knows. */
export const CHANNELS = ['email', 'sms', 'link', 'widget', 'kiosk', 'api', 'paper', 'phone'] as const
export const Channel = z.enum(CHANNELS)
export type Channel = z.infer<typeof Channel>

import type email from './email.ts'
import { shelf } from './shelf.gen.ts'
import type sms from './sms.ts'

export {
  ChannelProblem,
  type Outgoing,
  type Prepared,
  type SendingChannel,
  type Transport,
} from './channel.ts'
export { shelf } from './shelf.gen.ts'
export { type AnySmsProvider, SMS_PROVIDERS, type SmsProviderName, smsProvider } from './sms.ts'
export type { HookNews } from './sms-provider.ts'

/** A way of which Echolot itself makes use. */
export const sendingChannel = {
  email: async (): Promise<typeof email> => (await shelf.email()).default,
  sms: async (): Promise<typeof sms> => (await shelf.sms()).default,
}

import email from './email.ts'

export { ChannelProblem, type Outgoing, type Prepared, type Transport } from './channel.ts'

/** Every way to reach a person. */
export const channels = { email }

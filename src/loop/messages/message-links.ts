import { derivedToken, openToken, sealToken } from '../../platform/secrets/index.ts'
import type { Channel } from '../../vocabulary/index.ts'

/** Whose objection a link records. */
export type StopLink = { workspaceId: string; channel: Channel; addressKey: Buffer }

const UUID_BYTES = 16
const KEY_BYTES = 32

/** The Message-ID of a message, the same at every attempt, so that mailboxes can recognise a doubled mail. */
export const mimeMessageId = (messageId: string, publicUrl: string): string =>
  `${messageId}@${new URL(publicUrl).hostname.replace(/[^a-z0-9.-]/gi, '') || 'localhost'}`

/** The token of an invitation; only its hash is stored. */
export const respondToken = (secret: string, invitationId: string): string =>
  derivedToken(secret, 'respond', invitationId)

/** The token of a link that ends asking: it needs no row of its own and outlives the person's. */
export const stopToken = (secret: string, { workspaceId, channel, addressKey }: StopLink): string =>
  sealToken(
    secret,
    'unsubscribe',
    Buffer.concat([Buffer.from(workspaceId.replaceAll('-', ''), 'hex'), addressKey, Buffer.from(channel)]),
  )

/** What a link that ends asking is about; null when it is not ours. */
export function readStopToken(secret: string, token: string): StopLink | null {
  const payload = openToken(secret, 'unsubscribe', token)
  if (!payload || payload.length <= UUID_BYTES + KEY_BYTES) return null
  const id = payload.subarray(0, UUID_BYTES).toString('hex')
  return {
    workspaceId: id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
    addressKey: Buffer.from(payload.subarray(UUID_BYTES, UUID_BYTES + KEY_BYTES)),
    channel: payload.subarray(UUID_BYTES + KEY_BYTES).toString() as Channel,
  }
}

import { derivedToken, openToken, sealToken } from '../../platform/secrets/index.ts'
import type { Settings } from '../../platform/settings.ts'
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

const bytesOf = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex')

const payloadOf = ({ workspaceId, channel, addressKey }: StopLink): Buffer =>
  Buffer.concat([bytesOf(workspaceId), addressKey, Buffer.from(channel)])

/** Where a provider of texts reports what it did and what came in, for one workspace. */
export const hookAddress = (
  { secret, publicUrl }: Pick<Settings, 'secret' | 'publicUrl'>,
  workspaceId: string,
): string => `${publicUrl}/hooks/sms/${sealToken(secret, 'sms_hook', bytesOf(workspaceId))}`

/** The workspace that a provider reports to; null when the address is not ours. */
export function readHookToken(secret: string, token: string): string | null {
  const payload = openToken(secret, 'sms_hook', token)
  return payload?.length === UUID_BYTES ? uuidOf(payload) : null
}

/** The token of a link that ends asking: it needs no row of its own and outlives the person's. */
export const stopToken = (secret: string, link: StopLink): string => sealToken(secret, 'unsubscribe', payloadOf(link))

/** The token of the page where the holder of an address decides what comes to it. */
export const preferenceToken = (secret: string, link: StopLink): string =>
  sealToken(secret, 'preferences', payloadOf(link))

/** What a link that ends asking is about; null when it is not ours. */
export const readStopToken = (secret: string, token: string): StopLink | null =>
  linkIn(openToken(secret, 'unsubscribe', token))

/** Whose preferences a link is about; null when it is not ours. */
export const readPreferenceToken = (secret: string, token: string): StopLink | null =>
  linkIn(openToken(secret, 'preferences', token))

function linkIn(payload: Buffer | null): StopLink | null {
  if (!payload || payload.length <= UUID_BYTES + KEY_BYTES) return null
  return {
    workspaceId: uuidOf(payload.subarray(0, UUID_BYTES)),
    addressKey: Buffer.from(payload.subarray(UUID_BYTES, UUID_BYTES + KEY_BYTES)),
    channel: payload.subarray(UUID_BYTES + KEY_BYTES).toString() as Channel,
  }
}

const uuidOf = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

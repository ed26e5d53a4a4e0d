import { createHmac, timingSafeEqual } from 'node:crypto'
import { purposeKey } from '../secrets/purpose-key.ts'
import { fromBase32, toBase32 } from './base32.ts'

/** Which message a return path belongs to; of the owner it carries the first four bytes, enough to find it. */
export type ReturnTag = { ownerPrefix: string; messageId: string }

const PREFIX_BYTES = 4
const ID_BYTES = 16
const MAC_BYTES = 10
const TAG = /\+([a-z2-7]{48})(?=@|$)/i

/** `bounces@x.example` with the tag of one message: `bounces+<tag>@x.example` (VERP), provable as ours. */
export function taggedReturnPath(secret: string, address: string, ownerId: string, messageId: string): string {
  const id = Buffer.concat([hexOf(ownerId).subarray(0, PREFIX_BYTES), hexOf(messageId)])
  const at = address.lastIndexOf('@')
  return `${address.slice(0, at)}+${toBase32(Buffer.concat([id, mac(secret, id)]))}${address.slice(at)}`
}

/** The message that an address was made for; null where the tag is missing or not ours. */
export function readReturnPath(secret: string, address: string): ReturnTag | null {
  const bytes = fromBase32(address.match(TAG)?.[1] ?? '')
  if (bytes?.length !== PREFIX_BYTES + ID_BYTES + MAC_BYTES) return null
  const id = bytes.subarray(0, PREFIX_BYTES + ID_BYTES)
  if (!timingSafeEqual(bytes.subarray(PREFIX_BYTES + ID_BYTES), mac(secret, id))) return null
  return { ownerPrefix: id.subarray(0, PREFIX_BYTES).toString('hex'), messageId: uuidOf(id.subarray(PREFIX_BYTES)) }
}

const mac = (secret: string, id: Buffer): Buffer =>
  createHmac('sha256', purposeKey(secret, 'return_path')).update(id).digest().subarray(0, MAC_BYTES)

const hexOf = (uuid: string): Buffer => Buffer.from(uuid.replaceAll('-', ''), 'hex')

const uuidOf = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

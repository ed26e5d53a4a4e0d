import { createHmac } from 'node:crypto'
import { domainToASCII } from 'node:url'
import { purposeKey } from './purpose-key.ts'

/** The HMAC of a normalised address: recognises a person's address for ever without storing it. */
export const addressKey = (secret: string, channel: string, address: string): Buffer =>
  createHmac('sha256', purposeKey(secret, 'address'))
    .update(`${channel}\0${normaliseAddress(channel, address)}`)
    .digest()

/** One spelling per address: mail in lower case with the domain as ASCII, phone numbers as + and digits. */
export function normaliseAddress(channel: string, address: string): string {
  const trimmed = address.normalize('NFC').trim()
  if (channel === 'sms') return trimmed.replace(/^00/, '+').replace(/[^+\d]/g, '')
  const at = trimmed.lastIndexOf('@')
  if (at < 0) return trimmed.toLowerCase()
  const domain = trimmed.slice(at + 1).toLowerCase()
  return `${trimmed.slice(0, at).toLowerCase()}@${domainToASCII(domain) || domain}`
}

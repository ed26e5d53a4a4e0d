import { createHash, createPrivateKey, generateKeyPair, type KeyObject, sign } from 'node:crypto'
import { promisify } from 'node:util'

/** What signs the mails of a domain: the record under `<selector>._domainkey.<domain>` holds the public half. */
export type DkimKey = { domain: string; selector: string; privateKey: string }

/** What a signature covers where it is there: who writes, what is said, and how to end it (RFC 8058 wants the last two). */
const COVERED = [
  ...['from', 'sender', 'reply-to', 'subject', 'date', 'message-id', 'to', 'cc', 'mime-version', 'content-type'],
  ...['content-transfer-encoding', 'content-language', 'list-id', 'list-unsubscribe', 'list-unsubscribe-post'],
]
const FOLD = 72
const opened = new Map<string, KeyObject>()

/** A new RSA key of 2048 bits: every mailbox reads it, and its record fits where longer ones do not. */
export async function makeDkimKey(): Promise<{ privateKey: string; publicKey: string }> {
  const pair = await promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  return { privateKey: pair.privateKey, publicKey: pair.publicKey.toString('base64') }
}

/** The text of the DNS record of a public key. */
export const dkimRecord = (publicKey: string): string => `v=DKIM1; k=rsa; p=${publicKey}`

/** The mail with a DKIM-Signature on top (RFC 6376, relaxed/relaxed, rsa-sha256). */
export function signMail(raw: Buffer, key: DkimKey, at: Date): Buffer {
  const source = raw.toString('latin1')
  const end = source.indexOf('\r\n\r\n')
  const headers = source.slice(0, end < 0 ? source.length : end).split(/\r\n(?![ \t])/)
  const body = end < 0 ? '' : source.slice(end + 4)
  const covered = coveredHeaders(headers)
  const bodyHash = createHash('sha256').update(relaxedBody(body), 'latin1').digest('base64')
  const unsigned = [
    `v=1; a=rsa-sha256; c=relaxed/relaxed; d=${key.domain}; s=${key.selector}; t=${Math.floor(at.getTime() / 1000)};`,
    ` h=${[...covered.map(one => one.name), 'from'].join(':')};`,
    ` bh=${bodyHash};`,
    ' b=',
  ].join('\r\n')
  const signed = [...covered.map(one => relaxedHeader(one.line)), relaxedHeader(`DKIM-Signature: ${unsigned}`)]
  const signature = sign('sha256', Buffer.from(signed.join('\r\n'), 'latin1'), privateKeyOf(key)).toString('base64')
  return Buffer.concat([Buffer.from(`DKIM-Signature: ${unsigned}${folded(signature)}\r\n`, 'latin1'), raw])
}

/** Each header that is there and counts; From stands once more in `h=`, so that nobody adds a second one. */
function coveredHeaders(headers: string[]): { name: string; line: string }[] {
  const named = headers.map(line => ({ name: line.slice(0, line.indexOf(':')).trim().toLowerCase(), line }))
  return COVERED.flatMap(name => named.filter(header => header.name === name).slice(-1))
}

function relaxedHeader(line: string): string {
  const colon = line.indexOf(':')
  const value = line.slice(colon + 1).replace(/\r\n/g, '')
  return `${line.slice(0, colon).trim().toLowerCase()}:${value.replace(/[ \t]+/g, ' ').trim()}`
}

function relaxedBody(body: string): string {
  const lines = body.split('\r\n').map(line => line.replace(/[ \t]+/g, ' ').replace(/ $/, ''))
  while (lines.length > 0 && lines.at(-1) === '') lines.pop()
  return lines.length > 0 ? `${lines.join('\r\n')}\r\n` : ''
}

const folded = (text: string): string => text.replace(new RegExp(`(.{${FOLD}})(?=.)`, 'g'), '$1\r\n ')

function privateKeyOf({ privateKey }: DkimKey): KeyObject {
  const known = opened.get(privateKey)
  if (known) return known
  const key = createPrivateKey(privateKey)
  opened.set(privateKey, key)
  return key
}

import { createHmac, timingSafeEqual } from 'node:crypto'

/** Whether a body was signed with a secret: HMAC-SHA256 in hex or base64, with or without `sha256=` before it. */
export function isSigned(body: Uint8Array, header: string | undefined, secret: string): boolean {
  const given = (header ?? '').trim().replace(/^sha256=/i, '')
  const mac = createHmac('sha256', secret).update(body).digest()
  return [mac.toString('base64'), mac.toString('hex')].some(wanted => {
    const [a, b] = [Buffer.from(wanted), Buffer.from(wanted.length === 64 ? given.toLowerCase() : given)]
    return a.length === b.length && timingSafeEqual(a, b)
  })
}

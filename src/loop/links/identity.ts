import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { derivedToken } from '../../platform/secrets/index.ts'
import { EmailAddress } from '../../vocabulary/index.ts'

/** Who the customer's own app says is answering. */
export type Identity = { externalId?: string | undefined; email?: string | undefined }

const LONGEST_MS = 31 * 86_400_000

const Claim = z
  .object({
    externalId: z.string().min(1).max(200).optional(),
    email: EmailAddress.optional(),
    /** Seconds since 1970, as in every token of this kind. */
    exp: z.number().int(),
  })
  .refine(claim => claim.externalId !== undefined || claim.email !== undefined, 'names nobody')

/** The secret of a link, made anew from the instance secret each time: it is shown once and stored nowhere. */
export const identitySecret = (secret: string, link: { openLinkId: string; identityVersion: number }): string =>
  `idk_${derivedToken(secret, 'identity', `${link.openLinkId}/${link.identityVersion}`)}`

/** `base64url(claim).base64url(HMAC-SHA256(claim part))`, as the customer's server makes it. */
export function signIdentity(secret: string, claim: Identity & { exp: number }): string {
  const part = Buffer.from(JSON.stringify(claim)).toString('base64url')
  return `${part}.${macOf(secret, part)}`
}

/** Who a token names; null when it is forged, of another link, expired, or valid for longer than a month. */
export function readIdentity(secret: string, token: string, now: Date): Identity | null {
  const [part = '', mac = '', more] = token.split('.')
  if (more !== undefined || !equal(mac, macOf(secret, part))) return null
  const claim = Claim.safeParse(parse(part))
  if (!claim.success) return null
  const endsAt = claim.data.exp * 1000
  if (endsAt <= now.getTime() || endsAt > now.getTime() + LONGEST_MS) return null
  return { externalId: claim.data.externalId, email: claim.data.email }
}

const macOf = (secret: string, part: string) => createHmac('sha256', secret).update(part).digest('base64url')

function equal(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)]
  return one.length === other.length && timingSafeEqual(one, other)
}

function parse(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString())
  } catch {
    return null
  }
}

/** What decides how many mails may leave in a day. */
export type Standing = {
  /** SPF, DKIM and DMARC stand, or an admin let it send without. */
  trusted: boolean
  warmUpFirst: number | null
  /** Days since the warm-up began; 0 on its first. */
  warmUpDay: number
}

/** Mails in 24 hours from a sender that proves nothing, until an admin says so (Gmail and Microsoft ask for SPF, DKIM and DMARC). */
export const UNPROVEN_LIMIT = 50
/** A warm-up ends where doubling would pass this. */
const WARM = 50_000

/** How many mails may leave in 24 hours, and why not more; no limit is null. */
export function dailyLimit({ trusted, warmUpFirst, warmUpDay }: Standing): {
  most: number
  reason: 'sender_unproven' | 'warm_up'
} | null {
  if (!trusted) return { most: UNPROVEN_LIMIT, reason: 'sender_unproven' }
  if (warmUpFirst === null) return null
  const most = warmUpFirst * 2 ** Math.max(0, warmUpDay)
  return most > WARM ? null : { most, reason: 'warm_up' }
}

/** Whole days from one date to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

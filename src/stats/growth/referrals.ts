import type { Interval } from '../interval.ts'
import { wilson } from '../share-interval.ts'

/**
 * Share of new customers who say a recommendation brought them, of those who were asked and answered, with a Wilson
 * interval. null when nobody answered. Throws RangeError unless 0 ≤ referred ≤ answered.
 * @example referralShare(30, 100)?.share // => 0.3
 */
export const referralShare = (
  referred: number,
  answered: number,
  conf?: number,
): (Interval & { share: number }) | null => {
  const interval = wilson(referred, answered, conf)
  return interval && { share: referred / answered, ...interval }
}

/**
 * New customers that each customer brings: invitations per customer × share of invitations that become customers.
 * Above 1 the customer base grows by recommendation alone. null without customers; 0 without invitations.
 * Throws RangeError for counts below 0 or more conversions than invitations.
 * @example referralCoefficient({ customers: 200, invitations: 100, conversions: 20 }) // => 0.1
 */
export const referralCoefficient = ({
  customers,
  invitations,
  conversions,
}: {
  customers: number
  invitations: number
  conversions: number
}): number | null => {
  if (!(customers >= 0 && invitations >= 0 && conversions >= 0 && conversions <= invitations))
    throw new RangeError('counts must be at least 0, and conversions no more than invitations')
  if (customers === 0) return null
  return invitations === 0 ? 0 : (invitations / customers) * (conversions / invitations)
}

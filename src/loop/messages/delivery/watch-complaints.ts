import type { Tx } from '../../../platform/database/index.ts'
import { pauseSender } from '../queries/outcomes.ts'
import { complaintTally } from './queries/reports.ts'

/** Days over which complaints are weighed. */
export const COMPLAINT_DAYS = 7
/** Gmail wants less than 0.10 %, and punishes from 0.30 % on: at 0.20 % (2 in a thousand) sending stops. */
const MOST_PER_THOUSAND = 2
/** One complaint says nothing about a sender. */
const LEAST_COMPLAINTS = 2

/** Whether so many complaints about so many mails stop the sender. */
export const tooManyComplaints = ({ reported, accepted }: { reported: number; accepted: number }): boolean =>
  reported >= LEAST_COMPLAINTS && reported * 1000 >= accepted * MOST_PER_THOUSAND

/** Pauses sending when too many people call the mails spam, until an admin lets it go on. */
export async function watchComplaints(tx: Tx, at: Date): Promise<void> {
  const tally = await complaintTally(tx, COMPLAINT_DAYS, at)
  if (tooManyComplaints(tally)) await pauseSender(tx, 'complaints_high', null)
}

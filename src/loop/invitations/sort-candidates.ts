import type { Reader } from '../../platform/database/index.ts'
import { addressKey } from '../../platform/secrets/index.ts'
import type { Audience, Channel, LeftOut } from '../../vocabulary/index.ts'
import { askedRecentlyAmong, type Candidate, candidatesAfter, suppressedAmong } from './queries/candidates.ts'

/** Somebody who will be asked. */
export type Asked = { personId: string; address: string; addressKey: Buffer; language: string | null }
/** What decides: the audience, the wave that may have invited some, the budget, the secret of address keys. */
export type Sorting = {
  audience: Audience
  channel: Channel
  waveId: string | null
  since: Date
  contactLimit: number
  secret: string
}
/** One portion: who is asked, who is left out and why, and where the next portion begins. */
export type Portion = { asked: Asked[]; leftOut: LeftOut[]; last: string | null }

const PORTION = 5000
/** Smaller than every id. */
export const FIRST = '00000000-0000-0000-0000-000000000000'

/** Sorts the next portion of an audience by the rules that the gate will apply again to each message. */
export async function sortCandidates(
  reader: Reader,
  sorting: Sorting,
  after: string,
  seen: Set<string>,
): Promise<Portion> {
  const { audience, channel, waveId, secret } = sorting
  const candidates = await candidatesAfter(reader, { audience, channel, waveId, after, most: PORTION })
  const known = candidates.map(candidate => ({
    ...candidate,
    key: candidate.email ? addressKey(secret, channel, candidate.email) : null,
  }))
  const suppressed = await suppressedAmong(
    reader,
    channel,
    known.flatMap(candidate => candidate.key ?? []),
  )
  const personIds = known.map(candidate => candidate.personId)
  const recent = await askedRecentlyAmong(reader, personIds, sorting.since, sorting.contactLimit)
  const portion: Portion = {
    asked: [],
    leftOut: [],
    last: candidates.length < PORTION ? null : (personIds.at(-1) ?? null),
  }
  for (const candidate of known) {
    const reason = reasonAgainst(candidate, { suppressed, recent, seen })
    if (reason !== null || candidate.key === null || candidate.email === null)
      portion.leftOut.push(reason ?? 'no_address')
    else {
      seen.add(candidate.key.toString('base64'))
      const { personId, email: address, language } = candidate
      portion.asked.push({ personId, address, addressKey: candidate.key, language })
    }
  }
  return portion
}

function reasonAgainst(
  candidate: Candidate & { key: Buffer | null },
  known: { suppressed: Set<string>; recent: Set<string>; seen: Set<string> },
): LeftOut | null {
  if (candidate.invited) return 'already_invited'
  if (candidate.key === null) return 'no_address'
  const key = candidate.key.toString('base64')
  if (known.suppressed.has(key)) return 'suppressed'
  if (candidate.basis !== 'consent' && candidate.basis !== 'existing_customer') return 'no_basis'
  if (known.recent.has(candidate.personId)) return 'asked_recently'
  return known.seen.has(key) ? 'same_address' : null
}

/** Adds reasons to counts by reason. */
export const countReasons = (
  counts: Partial<Record<LeftOut, number>>,
  reasons: LeftOut[],
): Partial<Record<LeftOut, number>> => {
  for (const reason of reasons) counts[reason] = (counts[reason] ?? 0) + 1
  return counts
}

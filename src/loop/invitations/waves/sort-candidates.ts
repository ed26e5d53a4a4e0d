import type { Reader } from '../../../platform/database/index.ts'
import { phoneNumber } from '../../../platform/phone.ts'
import { addressKey } from '../../../platform/secrets/index.ts'
import type { AskingChannel, Audience, LeftOut } from '../../../vocabulary/index.ts'
import { askedRecentlyAmong, type Candidate, candidatesAfter, suppressedAmong } from './queries/candidates.ts'

/** The ways in which an invitation reaches a person. */
export type Way = 'email' | 'sms'

/** Somebody who will be asked, and how. */
export type Asked = {
  personId: string
  channel: Way
  address: string
  addressKey: Buffer
  language: string | null
  timeZone: string | null
  country: string | null
  /** The value that divides a stratified sample. */
  part: string | null
}
/** What decides: the audience, the way, the wave that may have invited some, the budget, the secret of address keys. */
export type Sorting = {
  audience: Audience
  /** Only these of the audience; null means all. */
  among: string[] | null
  channel: AskingChannel
  waveId: string | null
  since: Date
  contactLimit: number
  /** Whether reminders take from the budget too. */
  followUpsCount: boolean
  secret: string
  by: string | null
}
/** Somebody who is left out, and why. */
export type Left = { personId: string; reason: LeftOut }
/** One portion: who is asked, who is left out and why, and where the next portion begins. */
export type Portion = { asked: Asked[]; leftOut: Left[]; last: string | null }

const PORTION = 5000
/** Smaller than every id. */
const FIRST = '00000000-0000-0000-0000-000000000000'

/** Sorts an audience portion by portion, by the rules that the gate will apply again to each message. */
export async function* sortAudience(reader: Reader, sorting: Sorting): AsyncGenerator<Portion> {
  const seen = new Set<string>()
  for (let after: string | null = FIRST; after !== null; ) {
    const portion: Portion = await sortCandidates(reader, sorting, after, seen)
    yield portion
    after = portion.last
  }
}

type Known = { suppressed: Set<string>; recent: Set<string>; seen: Set<string> }
type Address = { way: Way; address: string | null; key: Buffer | null; basis: Candidate['emailBasis'] }

async function sortCandidates(reader: Reader, sorting: Sorting, after: string, seen: Set<string>): Promise<Portion> {
  const candidates = await candidatesAfter(reader, { ...sorting, after, most: PORTION })
  const addresses = candidates.map(candidate => addressesOf(candidate, sorting))
  const keys = addresses.flatMap(own => own.flatMap(({ key }) => key ?? []))
  const personIds = candidates.map(candidate => candidate.personId)
  const known = {
    suppressed: await suppressedAmong(reader, keys),
    recent: await askedRecentlyAmong(reader, personIds, sorting),
    seen,
  }
  const last = candidates.length < PORTION ? null : (personIds.at(-1) ?? null)
  const portion: Portion = { asked: [], leftOut: [], last }
  for (const [i, candidate] of candidates.entries()) {
    const found = wayTo(candidate, addresses[i] ?? [], known)
    if (typeof found === 'string') portion.leftOut.push({ personId: candidate.personId, reason: found })
    else {
      seen.add(found.addressKey.toString('base64'))
      portion.asked.push(found)
    }
  }
  return portion
}

function addressesOf(candidate: Candidate, { channel, secret }: Sorting): Address[] {
  const ways: Way[] = channel === 'auto' ? ['email', 'sms'] : [channel]
  return ways.map(way => {
    const address = way === 'email' ? candidate.email : phoneNumber(candidate.phone, candidate.phoneCountry)
    const key = address ? addressKey(secret, way, address) : null
    return { way, address, key, basis: way === 'email' ? candidate.emailBasis : candidate.smsBasis }
  })
}

/** The first way on which nothing stands against asking; otherwise what stands against the first that has an address. */
function wayTo(candidate: Candidate, addresses: Address[], known: Known): Asked | LeftOut {
  if (candidate.invited) return 'already_invited'
  let against: LeftOut = 'no_address'
  for (const { way, address, key, basis } of addresses) {
    if (address === null || key === null) continue
    const reason = reasonAgainst(candidate.personId, key.toString('base64'), basis, known)
    const { personId, language, timeZone, country, part } = candidate
    if (reason === null) return { personId, channel: way, address, addressKey: key, language, timeZone, country, part }
    if (against === 'no_address') against = reason
  }
  return against
}

function reasonAgainst(personId: string, key: string, basis: Candidate['emailBasis'], known: Known): LeftOut | null {
  if (known.suppressed.has(key)) return 'suppressed'
  if (basis !== 'consent' && basis !== 'existing_customer') return 'no_basis'
  if (known.recent.has(personId)) return 'asked_recently'
  return known.seen.has(key) ? 'same_address' : null
}

/** Adds people to counts by reason. */
export function countReasons(counts: Partial<Record<LeftOut, number>>, left: Pick<Left, 'reason'>[]): void {
  for (const { reason } of left) counts[reason] = (counts[reason] ?? 0) + 1
}

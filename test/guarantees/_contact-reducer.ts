// The sender, objections and the contact budget as a pure reducer: what the tables and the gate do, without either.
import { counts, type Decision, type GateFacts } from '../../src/loop/messages/decide.ts'
import { BUDGETED_PURPOSES, type ContactRules, isBudgeted, type MessagePurpose } from '../../src/vocabulary/index.ts'

export type ChannelName = 'email' | 'sms'
export type Letter = {
  id: number
  person: number
  purpose: MessagePurpose
  channel: ChannelName
  state: 'queued' | 'claimed' | 'gate' | 'accepted' | 'unknown' | 'blocked' | 'expired'
  reason: string | null
  notBefore: number
  expiresAt: number
  gatedAt: number | null
  lease: number
  fence: number
}
export type House = {
  /** The clock that the house reads, and the one that only ticks (the database's, for leases). */
  clock: number
  ticks: number
  limit: number
  days: number
  rules: ContactRules
  zone: string
  fences: number
  letters: readonly Letter[]
  objected: ReadonlySet<string>
  pausedUntil: ReadonlyMap<number, number>
  hands: ReadonlyMap<number, { id: number; fence: number }>
}
export type Action =
  | { do: 'plan'; person: number; purpose: MessagePurpose; channel: ChannelName; afterHours: number }
  | { do: 'claim' | 'gate' | 'dot' | 'crash'; worker: number }
  | { do: 'wait' | 'shift'; minutes: number }
  | { do: 'object'; person: number; channel: ChannelName }
  | { do: 'pause'; person: number; days: number }
export type Decide = (facts: GateFacts, at: Date) => Decision

const HOUR = 3_600_000
const DAY = 24 * HOUR
const LEASE = 60_000
const GATE_LEASE = 75_000
const LEFT = ['gate', 'accepted', 'unknown']
const WAITING = ['queued', 'claimed']

/** What the gate would read of a letter. */
export function factsOf(house: House, letter: Letter): GateFacts {
  const { clock: at, rules, days, limit } = house
  const others = house.letters.filter(other => other.id !== letter.id && other.person === letter.person)
  const left = (since: number) => others.filter(o => LEFT.includes(o.state) && (o.gatedAt ?? 0) > at - since * DAY)
  const own = isBudgeted(letter.purpose) ? rules.limits[letter.purpose] : undefined
  const order: readonly MessagePurpose[] = BUDGETED_PURPOSES
  const rank = (purpose: MessagePurpose) => order.indexOf(purpose)
  const first = others.filter(
    o =>
      WAITING.includes(o.state) &&
      counts(o.purpose, rules) &&
      rank(o.purpose) < rank(letter.purpose) &&
      o.expiresAt > at &&
      o.notBefore <= at + days * DAY,
  )
  const pause = house.pausedUntil.get(letter.person)
  return {
    ...{ purpose: letter.purpose, channel: letter.channel, expiresAt: new Date(letter.expiresAt) },
    ...{ heldAt: null, pausedAt: null, stoppedAt: null, basis: 'consent', over: false, surveysOnly: false },
    suppression: house.objected.has(`${letter.person} ${letter.channel}`) ? 'objection' : null,
    wantsPauseUntil: pause === undefined ? null : new Date(pause),
    contacts: left(days).filter(o => counts(o.purpose, rules)).length,
    ofPurpose: own ? left(own.days).filter(o => o.purpose === letter.purpose).length : 0,
    reserved: first.length,
    reservedUntil: first.length > 0 ? new Date(Math.max(...first.map(o => o.notBefore))) : null,
    ...{ contactLimit: limit, rules, personZone: house.zone, personCountry: null, workspaceZone: 'UTC' },
  }
}

/** The house after an action; `decide` is the gate's. */
export function reduce(house: House, action: Action, decide: Decide): House {
  switch (action.do) {
    case 'plan':
      return { ...house, letters: [...house.letters, letterOf(house, action)] }
    case 'claim':
      return claim(swept(house), action.worker)
    case 'gate':
      return gate(house, action.worker, decide)
    case 'dot':
      return dot(house, action.worker)
    case 'crash':
      return { ...house, hands: without(house.hands, action.worker) }
    case 'wait':
      return { ...house, clock: house.clock + action.minutes * 60_000, ticks: house.ticks + action.minutes * 60_000 }
    case 'shift':
      return { ...house, clock: house.clock + action.minutes * 60_000 }
    case 'object':
      return { ...house, objected: new Set([...house.objected, `${action.person} ${action.channel}`]) }
    case 'pause':
      return { ...house, pausedUntil: new Map(house.pausedUntil).set(action.person, house.clock + action.days * DAY) }
  }
}

const letterOf = (house: House, { person, purpose, channel, afterHours }: Extract<Action, { do: 'plan' }>): Letter => ({
  ...{ id: house.letters.length, person, purpose, channel, state: 'queued', reason: null, gatedAt: null },
  notBefore: house.clock + afterHours * HOUR,
  expiresAt: house.clock + (afterHours + 48) * HOUR,
  ...{ lease: 0, fence: 0 },
})

/** What a process left behind: claimed goes back, at the gate becomes unknown (guarantee G4). */
const swept = (house: House): House => ({
  ...house,
  letters: house.letters.map(letter => {
    if (letter.lease >= house.ticks) return letter
    if (letter.state === 'claimed') return { ...letter, state: 'queued' }
    return letter.state === 'gate' ? { ...letter, state: 'unknown' } : letter
  }),
})

function claim(house: House, worker: number): House {
  const next = house.letters.find(letter => letter.state === 'queued' && letter.notBefore <= house.clock)
  if (!next || house.hands.has(worker)) return house
  const fence = house.fences + 1
  const held: Letter = { ...next, state: 'claimed', fence, lease: house.ticks + LEASE }
  return { ...put(house, held), fences: fence, hands: new Map(house.hands).set(worker, { id: next.id, fence }) }
}

function gate(house: House, worker: number, decide: Decide): House {
  const hand = house.hands.get(worker)
  const letter = hand && house.letters[hand.id]
  if (!letter) return house
  // Fence and lease are checked with the write: who was asleep has lost the letter.
  const mine = letter.state === 'claimed' && letter.fence === hand.fence
  const decision = decide(factsOf(house, letter), new Date(house.clock))
  if (decision.pass) {
    if (!mine || letter.lease <= house.ticks) return { ...house, hands: without(house.hands, worker) }
    return put(house, { ...letter, state: 'gate', reason: null, gatedAt: house.clock, lease: house.ticks + GATE_LEASE })
  }
  const free = { ...house, hands: without(house.hands, worker) }
  if (!mine) return free
  const { state, reason, notBefore, keepUntil } = decision
  return put(free, {
    ...letter,
    state: state as Letter['state'],
    reason,
    notBefore: notBefore?.getTime() ?? letter.notBefore,
    expiresAt: Math.max(letter.expiresAt, keepUntil?.getTime() ?? 0),
  })
}

function dot(house: House, worker: number): House {
  const hand = house.hands.get(worker)
  const letter = hand && house.letters[hand.id]
  if (!letter || letter.fence !== hand.fence || !['gate', 'unknown'].includes(letter.state)) return house
  return put({ ...house, hands: without(house.hands, worker) }, { ...letter, state: 'accepted' })
}

const put = (house: House, letter: Letter): House => ({ ...house, letters: house.letters.with(letter.id, letter) })

function without<K, V>(map: ReadonlyMap<K, V>, key: K): Map<K, V> {
  const rest = new Map(map)
  rest.delete(key)
  return rest
}

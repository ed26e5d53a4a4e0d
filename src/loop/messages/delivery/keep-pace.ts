import type { Database, Tx } from '../../../platform/database/index.ts'
import { isRelay } from '../../../platform/mail/index.ts'
import type { Tools } from '../../../platform/tools.ts'
import { isBudgeted, type MessageReason } from '../../../vocabulary/index.ts'
import type { ClaimedMessage } from '../queries/claim.ts'
import { dailyLimit } from './daily-limit.ts'
import { domainOf, paceDomain, USUAL_PACES, type UsualPace } from './domain-groups.ts'
import { oldestLately, type PaceRow, pacedDomains, putOff, putOffBefore, reserveSlots } from './queries/paces.ts'
import { senderRow, sentLately } from './queries/senders.ts'
import { isCaught, standingOf } from './read-sender.ts'
import { Turns } from './turns.ts'

type Wait = { claim: ClaimedMessage; notBefore: Date; reason: MessageReason }
type Paces = Map<string, PaceRow>

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

/** What may leave now, and who of it at the same time. */
export type Paced = { may: ClaimedMessage[]; turns: Turns }

/** Lets through what the pace of its domain and of its sender allows now; the rest waits in the queue, and holds up nobody (law.md: Gmail, Microsoft). */
export async function keepPace(tools: Tools, messages: ClaimedMessage[]): Promise<Paced> {
  const { database, settings, clock } = tools
  const [first] = messages
  if (first?.channel !== 'email' || isCaught(settings)) return { may: messages, turns: new Turns() }
  const known = await pacedDomains(database, clock())
  const usual = !isRelay(settings.smtpUrl ?? '')
  const paces = new Map<string, Paces>()
  const may: ClaimedMessage[] = []
  for (const [workspaceId, own] of byKey(messages, message => message.workspaceId)) {
    const rows = known.filter(row => row.workspaceId === workspaceId)
    paces.set(workspaceId, new Map(rows.map(row => [row.domain, row])))
    may.push(
      ...(await keepOwn(database, workspaceId, own, {
        paces: paces.get(workspaceId) ?? new Map(),
        usual,
        at: clock(),
      })),
    )
  }
  const most = ({ workspaceId, address }: ClaimedMessage): number => {
    const domain = paceDomain(address)
    const own = paces.get(workspaceId)?.get(domain)?.concurrent
    return own ?? (usual ? usualPace(domain)?.concurrent : undefined) ?? Number.POSITIVE_INFINITY
  }
  return { may, turns: new Turns(most) }
}

async function keepOwn(
  database: Database,
  workspaceId: string,
  messages: ClaimedMessage[],
  { paces, usual, at }: { paces: Paces; usual: boolean; at: Date },
): Promise<ClaimedMessage[]> {
  const scope = { workspaceId, actor: 'echolot', quiet: true }
  return database.inWorkspace(scope, async tx => {
    const waits = new Map<string, Wait>()
    const wait = (one: Wait) => waits.set(one.claim.messageId, one)
    // What answers a person's own words is never held up.
    const paced = messages.filter(message => isBudgeted(message.purpose))
    for (const message of paced) {
      const until = paces.get(domainOf(message.address))?.backedOffUntil
      if (until && until > at) wait({ claim: message, notBefore: spread(until), reason: 'domain_busy' })
    }
    const left = () => paced.filter(message => !waits.has(message.messageId))
    for (const one of await overDailyLimit(tx, left(), at)) wait(one)
    for (const [domain, group] of byKey(left(), message => paceDomain(message.address))) {
      const perMinute = paces.get(domain)?.perMinute ?? (usual ? usualPace(domain)?.perMinute : null)
      if (perMinute) for (const one of await overPace(tx, domain, perMinute, group, at)) wait(one)
    }
    await putOff(tx, [...waits.values()])
    return messages.filter(message => !waits.has(message.messageId))
  })
}

/** What goes beyond the mails of a day waits until the oldest of them is a day old. */
async function overDailyLimit(tx: Tx, messages: ClaimedMessage[], at: Date): Promise<Wait[]> {
  if (messages.length === 0) return []
  const limit = dailyLimit(standingOf(await senderRow(tx), at))
  if (!limit) return []
  const free = Math.max(0, limit.most - (await sentLately(tx, at)))
  const oldest = (await oldestLately(tx, at)) ?? at
  const notBefore = new Date(Math.max(oldest.getTime() + DAY_MS, at.getTime() + 10 * MINUTE_MS))
  return messages.slice(free).map(claim => ({ claim, notBefore, reason: limit.reason }))
}

/** Each message gets a moment of its own; one whose moment has come keeps it. */
async function overPace(tx: Tx, domain: string, perMinute: number, group: ClaimedMessage[], at: Date): Promise<Wait[]> {
  const before = await putOffBefore(tx, group)
  const without = group.filter(message => {
    const last = before.get(message.messageId)
    return last?.reason !== 'domain_limit' || at.getTime() - last.notBefore.getTime() > MINUTE_MS
  })
  if (without.length === 0) return []
  const first = await reserveSlots(tx, domain, perMinute, without.length, at)
  return without.flatMap((claim, place): Wait[] => {
    const notBefore = new Date(first.getTime() + (place * MINUTE_MS) / perMinute)
    return notBefore.getTime() <= at.getTime() + 1000 ? [] : [{ claim, notBefore, reason: 'domain_limit' }]
  })
}

const usualPace = (domain: string): UsualPace | undefined => USUAL_PACES.find(pace => pace.domain === domain)

const spread = (until: Date): Date => new Date(until.getTime() + Math.random() * MINUTE_MS)

function byKey<T>(items: T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}

import type { Reader, Tx } from '../../../platform/database/index.ts'
import { isRelay } from '../../../platform/mail/index.ts'
import type { Settings } from '../../../platform/settings.ts'
import { type DomainPace, Refusal } from '../../../vocabulary/index.ts'
import { paceDomain, USUAL_PACES } from './domain-groups.ts'
import { paceRows, upsertPace, waitingByDomain } from './queries/paces.ts'

const DOMAIN = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u
const MOST_OTHERS = 50

/** How fast each provider is written to: the big ones as usual, others where the workspace set or learnt something. */
export async function listPaces(
  reader: Reader,
  { smtpUrl }: Pick<Settings, 'smtpUrl'>,
  at: Date,
): Promise<DomainPace[]> {
  const own = new Map((await paceRows(reader)).map(row => [row.domain, row]))
  const waiting = new Map<string, number>()
  for (const { domain, messages } of await waitingByDomain(reader)) {
    const name = paceDomain(`@${domain}`)
    waiting.set(name, (waiting.get(name) ?? 0) + messages)
  }
  const usual = isRelay(smtpUrl ?? '') ? null : USUAL_PACES
  const others = [...own.values()].filter(row => isOwn(row) || isResting(row.backedOffUntil, at))
  const names = new Set(
    [...USUAL_PACES.map(pace => pace.domain), ...others.map(row => row.domain)].slice(0, MOST_OTHERS),
  )
  return [...names].map(domain => {
    const known = USUAL_PACES.find(pace => pace.domain === domain)
    const standard = usual?.find(pace => pace.domain === domain)
    const row = own.get(domain)
    return {
      domain,
      members: [...(known?.members ?? [domain])],
      perMinute: row?.perMinute ?? standard?.perMinute ?? null,
      concurrent: row?.concurrent ?? standard?.concurrent ?? null,
      own: row !== undefined && isOwn(row),
      backedOffUntil: isResting(row?.backedOffUntil, at) ? row.backedOffUntil.toISOString() : null,
      waiting: waiting.get(domain) ?? 0,
    }
  })
}

/** Sets the pace of a domain, which its provider's other domains share; without figures it is as usual again. */
export async function setPace(
  tx: Tx,
  pace: { domain: string; perMinute: number | null; concurrent: number | null },
): Promise<void> {
  await upsertPace(tx, checked(pace.domain), pace)
}

function checked(domain: string): string {
  if (!DOMAIN.test(domain)) throw new Refusal('address_wrong', { address: domain })
  return paceDomain(`@${domain}`)
}

const isOwn = (row: { perMinute: number | null; concurrent: number | null }): boolean =>
  row.perMinute !== null || row.concurrent !== null

const isResting = (until: Date | null | undefined, at: Date): until is Date => Boolean(until && until > at)

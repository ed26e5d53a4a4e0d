import type { Tx } from '../../platform/database/index.ts'
import type { Tools } from '../../platform/tools.ts'
import { localTime, ZONES_VERSION } from '../../platform/zone-clock.ts'
import { isBudgeted } from '../../vocabulary/index.ts'
import { addresses } from '../people/index.ts'
import { type Decision, decide, type GateFacts } from './decide.ts'
import { mimeMessageId } from './message-links.ts'
import type { ClaimedMessage } from './queries/claim.ts'
import { gateFacts, lockAddress, passGate as writePass } from './queries/gate.ts'
import { turnAway } from './turn-away.ts'
import { zonesOf } from './zones-of.ts'

/** How long a message may stand at the gate before its fate counts as unknown. */
export const GATE_LEASE_SECONDS = 75

const MINUTE_MS = 60_000

/** The gate: under the lock of the address, whether this message may take its last step now; a refusal leaves its reason. */
export async function passGate(
  tx: Tx,
  message: ClaimedMessage,
  { clock, settings, steady }: Pick<Tools, 'clock' | 'settings' | 'steady'>,
  leaseSeconds = GATE_LEASE_SECONDS,
): Promise<boolean> {
  const at = clock()
  if (steady?.() === false) {
    const notBefore = new Date(at.getTime() + MINUTE_MS)
    await turnAway(tx, message, { pass: false, state: 'queued', reason: 'clock_jumped', notBefore })
    return false
  }
  const contacts = await lockAddress(tx, message)
  const otherKeys = addresses.withKeys(contacts, settings.secret).map(({ key }) => key)
  const facts = (await gateFacts(tx, [{ ...message, otherKeys }], at)).get(message.messageId)
  if (!facts) return false
  const decision: Decision = decide(facts, at)
  if (!decision.pass) {
    await turnAway(tx, message, decision, whenItIs(at, facts))
    return false
  }
  const passing = {
    mimeMessageId: mimeMessageId(message.messageId, settings.publicUrl),
    localTime: whenItIs(at, facts),
  }
  return writePass(tx, message, at, leaseSeconds, passing)
}

/** The person's clock as the decision read it, with the version of the zones (guarantee G6). */
export function whenItIs(at: Date, facts: GateFacts): string {
  if (!isBudgeted(facts.purpose)) return ''
  const zones = zonesOf({ zone: facts.personZone, country: facts.personCountry }, facts.workspaceZone)
  const [zone = 'UTC'] = zones
  const { day, minute } = localTime(at, zone)
  const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
  return `${day} ${clock} ${zone}${zones.length > 1 ? ` and ${zones.length - 1} more of ${facts.personCountry}` : ''}, tz ${ZONES_VERSION}`
}

import { channels, type Transport } from '../../channels/index.ts'
import { startCatcher } from '../../platform/mail/index.ts'
import type { Tools } from '../../platform/tools.ts'
import type { Work } from '../../platform/work-loop.ts'
import { wordingShelf } from '../surveys/index.ts'
import { catchMail } from './catch-mail.ts'
import { lookFirst } from './look-first.ts'
import {
  type ClaimedMessage,
  claimMessages,
  expireMessages,
  messagesAreDue,
  releaseMessages,
  sweepLeases,
} from './queries/claim.ts'
import { type Lane, sendMessage } from './send-message.ts'

/** How a process sends: conversations at a time, messages per claim, how long a claim holds and how long a portion takes. */
export type Pace = {
  lanes: number
  batch: number
  leaseSeconds: number
  gateLeaseSeconds?: number
  sweepMs: number
  portionMs: number
}

const PACE: Pace = { lanes: 12, batch: 120, leaseSeconds: 60, sweepMs: 5000, portionMs: 4000 }
const LONGEST_REST_MS = 60_000

/** Works off the messages that are due; any number of processes may do so at once. */
export function sending(tools: Tools, pace: Partial<Pace> = {}): Work {
  const { lanes, batch, leaseSeconds, gateLeaseSeconds, sweepMs, portionMs } = { ...PACE, ...pace }
  const wordings = wordingShelf(tools.database)
  let transport: Promise<Transport> | null = null
  let sweptAt = Number.NEGATIVE_INFINITY
  let failures = 0
  let restUntil = 0
  return {
    name: 'sending',
    everyMs: Math.min(1000, sweepMs),
    once: async ending => {
      // After a jump of the clock nothing is due, late or too late until it stands firm again.
      if (tools.steady?.() === false) return false
      if (performance.now() - sweptAt > sweepMs) {
        sweptAt = performance.now()
        await sweepLeases(tools.database)
        await expireMessages(tools.database, tools.clock())
      }
      if (performance.now() < restUntil || !(await messagesAreDue(tools.database, tools.clock()))) return false
      transport ??= openTransport(tools)
      const lane = { tools, transport: await transport, wordings, gateLeaseSeconds }
      const claimed = await tools.database.inInstance(tx => claimMessages(tx, tools.clock(), batch, leaseSeconds))
      const reached = await workOff(lane, await lookFirst(tools, claimed), { lanes, portionMs, ending })
      failures = reached ? 0 : failures + 1
      if (!reached) restUntil = performance.now() + Math.min(LONGEST_REST_MS, 1000 * 2 ** failures)
      return reached && claimed.length === batch
    },
  }
}

/** Several lanes over one list; false when the server could not be reached, which gives the rest back. */
async function workOff(
  lane: Lane,
  messages: ClaimedMessage[],
  { lanes, portionMs, ending }: Pick<Pace, 'lanes' | 'portionMs'> & { ending?: AbortSignal },
): Promise<boolean> {
  const waiting = [...messages]
  // A portion ends soon whatever the server does, so that no claim grows old.
  const until = performance.now() + portionMs
  let reached = true
  const run = async () => {
    while (reached && !ending?.aborted && performance.now() < until) {
      const message = waiting.shift()
      if (!message) return
      const fate = await sendMessage(lane, message).catch(error => {
        lane.tools.log.error({ err: error, messageId: message.messageId }, 'a message could not be brought out')
        return 'refused' as const
      })
      if (fate === 'unreachable') reached = false
    }
  }
  await Promise.all(Array.from({ length: lanes }, run))
  await releaseMessages(lane.tools.database, waiting)
  return reached
}

/** The mail server of the settings; without one, and always in the demo, the catcher. */
async function openTransport(tools: Tools): Promise<Transport> {
  const { smtpUrl, demo } = tools.settings
  if (smtpUrl && !demo) return channels.email.open({ smtpUrl })
  const catcher = await startCatcher(mail => catchMail(tools.database, mail))
  return channels.email.open({ smtpUrl: catcher.smtpUrl })
}

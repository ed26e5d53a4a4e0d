import type { Tools } from '../../platform/tools.ts'
import type { Work } from '../../platform/work-loop.ts'
import { wordingShelf } from '../surveys/index.ts'
import { mailDresser } from './delivery/dress-mail.ts'
import { keepPace } from './delivery/keep-pace.ts'
import type { Turns } from './delivery/turns.ts'
import { lookFirst } from './look-first.ts'
import {
  type ClaimedMessage,
  claimMessages,
  expireMessages,
  messagesAreDue,
  releaseMessages,
  type SentChannel,
  sweepLeases,
} from './queries/claim.ts'
import { type Lane, sendMessage } from './send-message.ts'
import { mailTransport, textTransports } from './transports.ts'

/** How a process sends: conversations at a time, messages per claim, how long a claim holds, a portion takes and a server may be silent. */
export type Pace = {
  lanes: number
  batch: number
  leaseSeconds: number
  gateLeaseSeconds?: number
  sweepMs: number
  portionMs: number
  silenceMs?: number
}

const PACE: Pace = { lanes: 12, batch: 120, leaseSeconds: 60, sweepMs: 5000, portionMs: 4000 }
const TEXT_PACE: Pace = { ...PACE, lanes: 6, batch: 60 }
const LONGEST_REST_MS = 60_000

/** Works off the mails that are due; any number of processes may do so at once. */
export function sending(tools: Tools, pace: Partial<Pace> = {}): Work {
  const given = { ...PACE, ...pace }
  let sweptAt = Number.NEGATIVE_INFINITY
  const mails = bringOut(tools, 'email', mailTransport(tools, given.silenceMs), given)
  return {
    name: 'sending',
    everyMs: Math.min(1000, given.sweepMs),
    once: async ending => {
      // After a jump of the clock nothing is due, late or too late until it stands firm again.
      if (tools.steady?.() === false) return false
      if (performance.now() - sweptAt > given.sweepMs) {
        sweptAt = performance.now()
        await sweepLeases(tools.database)
        await expireMessages(tools.database, tools.clock())
      }
      return mails(ending)
    },
  }
}

/** The same for texts: a list of their own, so that a slow provider holds no mail up. */
export function texting(tools: Tools, pace: Partial<Pace> = {}): Work {
  const texts = bringOut(tools, 'sms', textTransports(tools), { ...TEXT_PACE, ...pace })
  return {
    name: 'texting',
    everyMs: 1000,
    once: async ending => (tools.steady?.() === false ? false : texts(ending)),
  }
}

/** One portion of a channel's messages at a time; false when there is nothing more to do for now. */
function bringOut(tools: Tools, channel: SentChannel, transportOf: Lane['transportOf'], pace: Pace) {
  const { lanes, batch, leaseSeconds, gateLeaseSeconds, portionMs, silenceMs } = pace
  const dress = mailDresser(tools)
  const lane = { tools, transportOf, wordings: wordingShelf(tools.database), dress, gateLeaseSeconds, silenceMs }
  let failures = 0
  let restUntil = 0
  return async (ending?: AbortSignal): Promise<boolean> => {
    const at = tools.clock()
    if (performance.now() < restUntil || !(await messagesAreDue(tools.database, channel, at))) return false
    const claimed = await tools.database.inInstance(tx => claimMessages(tx, channel, at, { batch, leaseSeconds }))
    const { may, turns } = await keepPace(tools, await lookFirst(tools, claimed))
    const reached = await workOff(lane, may, { lanes, portionMs, ending, turns })
    failures = reached ? 0 : failures + 1
    if (!reached) restUntil = performance.now() + Math.min(LONGEST_REST_MS, 1000 * 2 ** failures)
    return reached && claimed.length === batch
  }
}

/** Several lanes over one list; false when the server could not be reached, which gives the rest back. */
async function workOff(
  lane: Lane,
  messages: ClaimedMessage[],
  { lanes, portionMs, ending, turns }: Pick<Pace, 'lanes' | 'portionMs'> & { ending?: AbortSignal; turns: Turns },
): Promise<boolean> {
  const waiting = [...messages]
  // A portion ends soon whatever the server does, so that no claim grows old.
  const until = performance.now() + portionMs
  let reached = true
  const run = async () => {
    while (reached && !ending?.aborted && performance.now() < until) {
      const message = turns.next(waiting)
      if (!message) return
      const fate = await sendMessage(lane, message).catch(error => {
        lane.tools.log.error({ err: error, messageId: message.messageId }, 'a message could not be brought out')
        return 'refused' as const
      })
      turns.done(message)
      if (fate === 'unreachable') reached = false
    }
  }
  await Promise.all(Array.from({ length: lanes }, run))
  await releaseMessages(lane.tools.database, waiting)
  return reached
}

import { ChannelProblem, type Prepared, type Transport } from '../../channels/index.ts'
import type { Tools } from '../../platform/tools.ts'
import type { wordingShelf } from '../surveys/index.ts'
import type { mailDresser } from './delivery/dress-mail.ts'
import { drawTicket } from './draw-ticket.ts'
import { GATE_LEASE_SECONDS, passGate } from './pass-gate.ts'
import type { ClaimedMessage } from './queries/claim.ts'
import { recordAccepted, turnMessage } from './queries/outcomes.ts'
import { recordProblem } from './record-problem.ts'
import { renderMessage } from './render-message.ts'

/** What a lane works with. */
export type Lane = {
  tools: Tools
  transportOf: (message: ClaimedMessage) => Promise<Transport>
  wordings: ReturnType<typeof wordingShelf>
  /** Signature and return path of a mail. */
  dress: ReturnType<typeof mailDresser>
  gateLeaseSeconds?: number
  /** How long a slot waits for a server that thinks about the dot. */
  silenceMs?: number
}
/** What became of one message; `unreachable` asks every lane to wait. */
export type Fate = 'accepted' | 'refused' | 'unreachable' | 'waiting'

const SLOT_MS = 50_000

/** Brings one claimed message out of the house: prepare, gate, dot, record (guarantee G4). */
export async function sendMessage(lane: Lane, message: ClaimedMessage): Promise<Fate> {
  let prepared: Prepared
  try {
    prepared = await prepare(lane, message)
  } catch (error) {
    if (!(error instanceof ChannelProblem)) throw error
    await note(lane, message, error)
    // Each workspace has a provider of its own for texts: that one is not reached says nothing about the others.
    return error.verdict === 'unreachable' && message.channel === 'email' ? 'unreachable' : 'refused'
  }
  if (!(await mayLeave(lane, message, prepared))) return 'refused'
  // A server may think about the dot for ten minutes; the slot is free before, the reply is still recorded (case M3).
  const fate = await within(lane.silenceMs ?? SLOT_MS, settle(lane, message, prepared))
  if (fate === 'waiting') await markUnknown(lane, message)
  return fate
}

async function prepare({ tools, transportOf, wordings, dress }: Lane, message: ClaimedMessage): Promise<Prepared> {
  const { workspaceId, surveyId, surveyVersion } = message
  const asked = surveyId && surveyVersion ? await wordings({ workspaceId, surveyId, surveyVersion }) : null
  const transport = await transportOf(message)
  const link = message.anonymous && asked ? await drawTicket(tools, message) : null
  const outgoing = renderMessage({ ...message, link }, asked, tools.settings, tools.clock())
  return transport.prepare(message.channel === 'email' ? { ...outgoing, ...(await dress(message)) } : outgoing)
}

async function mayLeave(
  { tools, gateLeaseSeconds }: Lane,
  message: ClaimedMessage,
  prepared: Prepared,
): Promise<boolean> {
  const { database } = tools
  try {
    const lease = gateLeaseSeconds ?? GATE_LEASE_SECONDS
    const passed = await database.inWorkspace({ ...scopeOf(message), quiet: true }, tx =>
      passGate(tx, message, tools, lease),
    )
    if (!passed) prepared.drop()
    return passed
  } catch (error) {
    // Whether the gate was written is not known; the dot was not sent, and the lease decides.
    prepared.drop()
    throw error
  }
}

async function settle(lane: Lane, message: ClaimedMessage, prepared: Prepared): Promise<Fate> {
  try {
    const reply = await prepared.release()
    await recordAccepted(lane.tools.database, message, reply, lane.tools.clock())
    return 'accepted'
  } catch (error) {
    if (!(error instanceof ChannelProblem)) throw error
    await note(lane, message, error)
    return 'refused'
  }
}

const note = ({ tools }: Lane, message: ClaimedMessage, problem: ChannelProblem) =>
  tools.database.inWorkspace({ ...scopeOf(message), quiet: true }, tx =>
    recordProblem(tx, message, problem, tools.clock()),
  )

const markUnknown = ({ tools }: Lane, message: ClaimedMessage) =>
  tools.database.inWorkspace({ ...scopeOf(message), quiet: true }, tx =>
    turnMessage(tx, message, { state: 'unknown', reason: 'no_reply' }, ['gate']),
  )

const scopeOf = ({ workspaceId }: ClaimedMessage) => ({ workspaceId, actor: 'echolot' })

function within(ms: number, settled: Promise<Fate>): Promise<Fate> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve('waiting'), ms)
    settled.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

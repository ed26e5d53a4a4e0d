import { randomUUID } from 'node:crypto'
import { customerLanguageOf } from '../../languages/index.ts'
import type { Tx } from '../../platform/database/index.ts'
import { tokenHash } from '../../platform/secrets/index.ts'
import type { Tools } from '../../platform/tools.ts'
import type { Work } from '../../platform/work-loop.ts'
import type { Audience, LeftOut } from '../../vocabulary/index.ts'
import { insertInvitationMessages, respondToken } from '../messages/index.ts'
import { sortingFor } from './check-send.ts'
import { insertInvitations } from './queries/invitations.ts'
import { planningRow, updateWave, waveToPlan } from './queries/waves.ts'
import { type Asked, countReasons, FIRST, sortCandidates } from './sort-candidates.ts'

const LATEST_SEND_MS = 48 * 3_600_000
const LINK_MS = 30 * 86_400_000

type Plan = { waveId: string; surveyId: string; version: number; language: string; at: Date; secret: string }

/** Turns an approved wave into invitations and queued messages, all or none; a wave that is planned stays as it is. */
export async function planWave(tx: Tx, waveId: string, tools: Pick<Tools, 'settings' | 'clock'>): Promise<number> {
  const wave = await planningRow(tx, waveId)
  if (!wave?.approved_at || wave.planned_at || !wave.version) return 0
  const at = tools.clock()
  const sorting = await sortingFor(tx, wave.audience as Audience, tools, waveId)
  const plan = {
    waveId,
    surveyId: wave.survey_id,
    version: wave.version,
    language: wave.language,
    at,
    secret: sorting.secret,
  }
  const seen = new Set<string>()
  const leftOut: Partial<Record<LeftOut, number>> = {}
  let planned = 0
  for (let after: string | null = FIRST; after !== null; ) {
    const portion = await sortCandidates(tx, sorting, after, seen)
    countReasons(leftOut, portion.leftOut)
    planned += await invite(tx, plan, portion.asked)
    after = portion.last
  }
  await updateWave(tx, waveId, { planned_at: at, left_out: JSON.stringify(leftOut) })
  return planned
}

async function invite(tx: Tx, plan: Plan, asked: Asked[]): Promise<number> {
  if (asked.length === 0) return 0
  const { waveId, surveyId, version, at, secret } = plan
  const invitations = asked.map(person => {
    const invitationId = randomUUID()
    return { ...person, invitationId, tokenHash: tokenHash(respondToken(secret, invitationId)) }
  })
  const expiresAt = new Date(at.getTime() + LINK_MS)
  const invited = await insertInvitations(tx, { waveId, surveyId, version, channel: 'email', expiresAt }, invitations)
  const messages = invitations
    .filter(invitation => invited.has(invitation.personId))
    .map(invitation => ({
      ...invitation,
      language: customerLanguageOf(invitation.language, customerLanguageOf(plan.language)),
    }))
  const sendBy = new Date(at.getTime() + LATEST_SEND_MS)
  const bulk = { waveId, step: 0, channel: 'email', purpose: 'survey', expiresAt: sendBy, notBefore: at } as const
  return insertInvitationMessages(tx, bulk, messages)
}

/** Plans what was approved, in the background, so that approving takes no time. */
export const planning = (tools: Tools): Work => ({
  name: 'planning',
  once: async () => {
    const next = await waveToPlan(tools.database)
    if (!next) return false
    await tools.database.inWorkspace({ workspaceId: next.workspaceId, actor: 'echolot' }, tx =>
      planWave(tx, next.waveId, tools),
    )
    return true
  },
})

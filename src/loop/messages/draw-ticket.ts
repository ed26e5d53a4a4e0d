import { randomToken, tokenHash } from '../../platform/secrets/index.ts'
import type { Tools } from '../../platform/tools.ts'
import type { ClaimedMessage } from './queries/claim.ts'
import { insertTicket } from './queries/tickets.ts'

const VALID_MS = 30 * 86_400_000

/**
 * The link of a message of an anonymous survey: a fresh token that stands in this mail alone. The database gets its hash,
 * beside no person and no message; the answer will be keyed by another hash of it, so that nobody can join the two.
 */
export async function drawTicket({ database, settings, clock }: Tools, message: ClaimedMessage): Promise<string> {
  const { workspaceId, waveId, surveyId, surveyVersion, language } = message
  const token = randomToken()
  if (!waveId || !surveyId || !surveyVersion) throw new Error('a message of an anonymous survey has no round')
  const expiresOn = new Date(clock().getTime() + VALID_MS).toISOString().slice(0, 10)
  const ticket = { hash: tokenHash(token), waveId, surveyId, surveyVersion, language, expiresOn }
  await database.inWorkspace({ workspaceId, actor: 'echolot', quiet: true }, tx => insertTicket(tx, ticket))
  return `${settings.publicUrl}/t/${token}`
}

import type { Tx } from '../../platform/database/index.ts'
import { type OpenLink, Refusal, type SetAsideVerdict } from '../../vocabulary/index.ts'
import { judgeSetAside } from './queries/answers.ts'
import { linkRows } from './queries/links.ts'
import { readLink } from './read-links.ts'

/** A member looked at the answers that were set aside: they count from now on, or they never will. */
export async function judgeAnswers(
  tx: Tx,
  openLinkId: string,
  { verdict }: SetAsideVerdict,
  house: { publicUrl: string; decidedBy: string },
): Promise<OpenLink> {
  const [link] = await linkRows(tx, { openLinkId })
  if (!link) throw new Refusal('not_found')
  await judgeSetAside(tx, openLinkId, verdict === 'count' ? 'accepted' : 'discarded', house.decidedBy)
  return readLink(tx, openLinkId, house)
}

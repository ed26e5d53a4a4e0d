import { issueNonce } from './answer-nonce.ts'
import type { Answering } from './answering.ts'
import { type Given, mayChange } from './change-answer.ts'
import { endedOf, givenOf } from './find-visit.ts'
import type { PageReply } from './page-reply.ts'
import { insertVisit } from './queries/visits.ts'
import { nextStep, showNext } from './steps.ts'
import { showClosed, showEnded } from './views/after.ts'
import { showOpening } from './views/opening.ts'
import { showOverview } from './views/overview.ts'
import { numberOf, type Visit } from './views/visit.ts'

/** How a link was opened: the number that was clicked, whether to change the answer, and what speaks of a machine. */
export type Opened = { score: number | null; rating: number | null; change: boolean; sign: string | null }

/** Opening a link shows the question with the clicked number selected, or the step that comes next; it notes an intent and never votes (G3). */
export async function openLink(answering: Answering, token: string, visit: Visit, opened: Opened): Promise<PageReply> {
  await noteVisit(answering, visit, opened)
  const { asked } = visit
  const ended = endedOf(asked, answering.now())
  if (ended) return { status: 410, html: showEnded(visit, ended) }
  const given = givenOf(asked)
  if (given && !mayChange(given.answeredAt)) return { status: 200, html: showClosed(visit, given) }
  const nonce = issueNonce(answering.secret, token, answering.now())
  const value = asked.opening === 'nps' ? opened.score : opened.rating
  if (given && goesOn(opened, given, value)) {
    return nextStep(visit, given) === 'done'
      ? { status: 200, html: showOverview(visit, given) }
      : showNext(visit, given, nonce)
  }
  return { status: 200, html: showOpening(visit, { value, nonce, note: null, given }) }
}

/** Who opens the link of an answer once more goes on where it stopped, unless another number was clicked. */
const goesOn = (opened: Opened, given: Given, value: number | null): boolean =>
  !opened.change && (value === null || value === numberOf(given))

/** Notes that a link was opened; a note that cannot be written keeps nobody from answering. */
export async function noteVisit(
  { database, log }: Answering,
  { asked }: Visit,
  opened: Pick<Opened, 'score' | 'rating' | 'sign'>,
): Promise<void> {
  const { workspaceId, invitationId, opening } = asked
  const score = opening === 'nps' ? opened.score : null
  const rating = opening === 'nps' || (opened.rating ?? 0) < 1 || (opened.rating ?? 0) > 7 ? null : opened.rating
  await database
    .inWorkspace({ workspaceId, actor: 'respondent' }, tx =>
      insertVisit(tx, { invitationId, score, rating, sign: opened.sign }),
    )
    .catch(error => log.warn({ err: error }, 'a visit could not be noted'))
}

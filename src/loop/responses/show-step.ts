import { type Given, mayChange } from './change-answer.ts'
import { nextOnPage } from './further-answers.ts'
import type { PageReply } from './page-reply.ts'
import { showClosed, showFollowUp, showQuestions, showThanks } from './views/after.ts'
import { showOverview } from './views/overview.ts'
import type { Visit } from './views/visit.ts'

/** Pages below an answered link. */
export type StepPage = 'comment' | 'questions' | 'thanks' | 'answers'

/** A page that is opened by its address: to go on, to go back, or to change something. */
export function showStep(
  visit: Visit,
  page: { step: StepPage; given: Given; nonce: string; of: string | null },
): PageReply {
  const { step, given, nonce } = page
  if (step === 'thanks') return { status: 200, html: showThanks(visit, { given, shortened: false }) }
  if (!mayChange(given.answeredAt)) return { status: 200, html: showClosed(visit, given) }
  if (step === 'comment' && given.opening !== 'free')
    return { status: 200, html: showFollowUp(visit, { given, nonce }) }
  if (step !== 'questions') return { status: 200, html: showOverview(visit, given) }
  const all = visit.wordings.questions
  const wished = all.filter(({ questionId }) => questionId === page.of)
  const questions = wished.length > 0 ? wished : nextOnPage(all, { ...given, answers: visit.asked.answers })
  const html =
    questions.length > 0
      ? showQuestions(visit, { given, nonce, questions })
      : showThanks(visit, { given, shortened: false })
  return { status: 200, html }
}

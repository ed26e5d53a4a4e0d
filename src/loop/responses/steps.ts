import type { Given } from './change-answer.ts'
import { dueQuestions, nextOnPage } from './further-answers.ts'
import type { PageReply } from './page-reply.ts'
import { showFollowUp, showQuestions, showThanks } from './views/after.ts'
import type { Visit } from './views/visit.ts'

/** What comes after an answer has its first part. */
export type Step = 'comment' | 'questions' | 'done'

/** The first step that was not taken: the reasons, then the further questions. */
export function nextStep({ asked, wordings }: Visit, given: Given): Step {
  const wantsWords = asked.opening !== 'free' && !given.hasComment && asked.reason === null
  if (wantsWords && asked.answers.length === 0) return 'comment'
  return dueQuestions(wordings.questions, { ...given, answers: asked.answers }).length > 0 ? 'questions' : 'done'
}

/** The page of the next step. */
export function showNext(visit: Visit, given: Given, nonce: string): PageReply {
  if (nextStep(visit, given) === 'comment') return { status: 200, html: showFollowUp(visit, { given, nonce }) }
  return showAfterComment(visit, { given, nonce, shortened: false })
}

/** The page after the reasons: the questions that are due, or thanks. */
export function showAfterComment(
  visit: Visit,
  { given, nonce, shortened }: { given: Given; nonce: string; shortened: boolean },
): PageReply {
  const questions = nextOnPage(visit.wordings.questions, { ...given, answers: visit.asked.answers })
  const html =
    questions.length > 0 ? showQuestions(visit, { given, nonce, questions }) : showThanks(visit, { given, shortened })
  return { status: 200, html }
}

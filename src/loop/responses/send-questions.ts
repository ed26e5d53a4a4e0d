import type { Question, QuestionAnswer } from '../../vocabulary/index.ts'
import { issueNonce, readNonce } from './answer-nonce.ts'
import type { Answering } from './answering.ts'
import type { Given } from './change-answer.ts'
import { anyGivenOf, findVisit } from './find-visit.ts'
import { answerIn } from './further-answers.ts'
import { notStored, type PageReply, unknownLink } from './page-reply.ts'
import { saveFurther } from './save-further.ts'
import { unanswered } from './send-comment.ts'
import type { Sent } from './sent.ts'
import { showAfterComment } from './steps.ts'
import { showClosed, showQuestions } from './views/after.ts'
import type { Visit } from './views/visit.ts'

/** The button of a page of further questions: stores what they got, then asks on or thanks. */
export async function sendQuestions(answering: Answering, sent: Sent): Promise<PageReply> {
  const { token, form, wished } = sent
  const chosen = form.switchTo ?? wished.chosen
  const visit = await findVisit(answering, token, { ...wished, chosen })
  if (!visit) return unknownLink(chosen ?? 'en')
  const given = anyGivenOf(visit.asked)
  if (!given) return unanswered(answering, token, visit)
  const own = readNonce(answering.secret, token, form.nonce, answering.now())
  const nonce = own ? form.nonce : issueNonce(answering.secret, token, answering.now())
  const questions = visit.wordings.questions.filter(({ questionId }) => form.asked.includes(questionId))
  if (questions.length === 0) return showAfterComment(visit, { given, nonce, shortened: false })
  const read = questions.map(question => answerIn(form, question))
  const missing = questions.filter((_, i) => read[i] === null).map(({ questionId }) => questionId)
  if (form.switchTo || !own || missing.length > 0) {
    const html = showQuestions(visit, { given, nonce, questions, sent: read, missing: form.switchTo ? [] : missing })
    return { status: form.switchTo ? 200 : 400, html }
  }
  return store(answering, { sent, visit, given, questions, answers: read.filter(answer => answer !== null) })
}

type Storing = { sent: Sent; visit: Visit; given: Given; questions: Question[]; answers: QuestionAnswer[] }

async function store(answering: Answering, { sent, visit, given, answers }: Storing): Promise<PageReply> {
  const scope = { workspaceId: visit.asked.workspaceId, actor: 'respondent' }
  const responseId = visit.asked.responseId ?? ''
  const outcome = await answering.database
    .inWorkspace(scope, tx => saveFurther(tx, { responseId, answers }))
    .catch(error => {
      answering.log.warn({ err: error }, 'further answers could not be stored, their page was sent back')
      return null
    })
  if (outcome === null) return notStored(visit.language, `/r/${sent.token}/questions`, sent.form.all)
  if (outcome === 'missing') return unknownLink(visit.language)
  if (outcome === 'closed') return { status: 409, html: showClosed(visit, given) }
  const others = visit.asked.answers.filter(old => !answers.some(({ questionId }) => questionId === old.questionId))
  const now = { ...visit, asked: { ...visit.asked, answers: [...others, ...answers] } }
  return showAfterComment(now, { given, nonce: sent.form.nonce, shortened: false })
}

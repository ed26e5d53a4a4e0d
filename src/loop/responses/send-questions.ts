import type { QuestionAnswer } from '../../vocabulary/index.ts'
import { issueNonce, readNonce } from './answer-nonce.ts'
import type { Answering } from './answering.ts'
import { answerIn } from './further-answers.ts'
import { type LaterPage, openLaterPage, storeLater } from './later-page.ts'
import type { PageReply } from './page-reply.ts'
import { saveFurther } from './save-further.ts'
import type { Sent } from './sent.ts'
import { showAfterComment } from './steps.ts'
import { showQuestions } from './views/after.ts'

/** The button of a page of further questions: stores what they got, then asks on or thanks. */
export async function sendQuestions(answering: Answering, sent: Sent): Promise<PageReply> {
  const page = await openLaterPage(answering, sent)
  if ('status' in page) return page
  const { visit, given } = page
  const { token, form } = sent
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
  return store(
    answering,
    page,
    read.filter(answer => answer !== null),
  )
}

async function store(answering: Answering, page: LaterPage, answers: QuestionAnswer[]): Promise<PageReply> {
  const refused = await storeLater(answering, page, 'questions', (tx, responseId) =>
    saveFurther(tx, { responseId, answers }),
  )
  if (refused) return refused
  const { sent, visit, given } = page
  const others = visit.asked.answers.filter(old => !answers.some(({ questionId }) => questionId === old.questionId))
  const now = { ...visit, asked: { ...visit.asked, answers: [...others, ...answers] } }
  return showAfterComment(now, { given, nonce: sent.form.nonce, shortened: false })
}

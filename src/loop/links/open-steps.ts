import { pageParts } from '../responses/index.ts'
import type { Linking } from './linking.ts'

type Visit = pageParts.Visit
type PageReply = pageParts.PageReply

/** A form of a visitor who has an answer, with the nonce that proves our page. */
export type OwnForm = { visit: Visit; form: pageParts.SentForm; nonce: string; isOurs: boolean; ageMs?: number }

/** The answer that stands, whatever its state: a visitor sees no difference. */
export function givenOf({ asked }: Visit): pageParts.Given | null {
  const { opening, score, rating, answeredAt, hasComment } = asked
  return answeredAt ? { opening, score, rating, answeredAt, hasComment } : null
}

/** Another number, or the same text anew. */
export async function changeOpening(linking: Linking, own: OwnForm): Promise<PageReply> {
  const { visit, form, nonce } = own
  const given = givenOf(visit)
  const again = (status: number, note: pageParts.Note): PageReply => {
    const value = visit.asked.opening === 'nps' ? form.score : form.rating
    return { status, html: pageParts.showOpening(visit, { value, nonce, comment: form.comment, note, given }) }
  }
  if (form.switchTo) return again(200, null)
  if (!own.isOurs) return again(400, 'pageForeign')
  const key = `${nonce}.${form.score ?? form.rating ?? 'w'}`.slice(-60)
  const sent = { score: form.score, rating: form.rating, comment: pageParts.cleanComment(form.comment).text }
  const standing = await write(linking, visit, tx =>
    pageParts.changeAnswer(tx, visit.asked.responseId ?? '', { ...sent, key, evidence: null }),
  )
  if (standing === 'unsuited' || standing === null) return again(400, pageParts.missingNote(visit))
  if (standing.kind === 'closed') return { status: 409, html: pageParts.showClosed(visit, standing) }
  return pageParts.showNext(withOpening(visit, standing), standing, nonce)
}

/** The reasons behind the number. */
export async function addReasons(linking: Linking, own: OwnForm): Promise<PageReply> {
  const { visit, form, nonce } = own
  const given = givenOf(visit)
  if (!given || form.switchTo || !own.isOurs) {
    const { comment, reason } = form
    const html = given
      ? pageParts.showFollowUp(visit, { given, nonce, comment, reason })
      : pageParts.showOpening(visit, { value: null, nonce, note: 'pageForeign', given })
    return { status: form.switchTo ? 200 : 400, html }
  }
  const { text, shortened } = pageParts.cleanComment(form.comment)
  const responseId = visit.asked.responseId ?? ''
  const outcome = await write(linking, visit, tx =>
    pageParts.addComment(tx, { responseId, comment: text, reason: form.reason }),
  )
  if (outcome === 'closed') return { status: 409, html: pageParts.showClosed(visit, given) }
  const hasComment = given.hasComment || text !== null
  return pageParts.showAfterComment(visit, { given: { ...given, hasComment }, nonce, shortened })
}

/** What further questions got. */
export async function saveQuestions(linking: Linking, own: OwnForm): Promise<PageReply> {
  const { visit, form, nonce } = own
  const given = givenOf(visit)
  if (!given)
    return { status: 400, html: pageParts.showOpening(visit, { value: null, nonce, note: 'pageForeign', given }) }
  const questions = visit.wordings.questions.filter(({ questionId }) => form.asked.includes(questionId))
  if (questions.length === 0) return pageParts.showAfterComment(visit, { given, nonce, shortened: false })
  const read = questions.map(question => pageParts.answerIn(form, question))
  const missing = questions.filter((_, i) => read[i] === null).map(({ questionId }) => questionId)
  if (form.switchTo || !own.isOurs || missing.length > 0) {
    const wanting = form.switchTo ? [] : missing
    const html = pageParts.showQuestions(visit, { given, nonce, questions, sent: read, missing: wanting })
    return { status: form.switchTo ? 200 : 400, html }
  }
  const answers = read.filter(answer => answer !== null)
  const responseId = visit.asked.responseId ?? ''
  const outcome = await write(linking, visit, tx => pageParts.saveFurther(tx, { responseId, answers }))
  if (outcome === 'closed') return { status: 409, html: pageParts.showClosed(visit, given) }
  const others = visit.asked.answers.filter(old => !answers.some(({ questionId }) => questionId === old.questionId))
  const now = { ...visit, asked: { ...visit.asked, answers: [...others, ...answers] } }
  return pageParts.showAfterComment(now, { given, nonce, shortened: false })
}

const withOpening = (visit: Visit, { score, rating, hasComment }: pageParts.Given): Visit => ({
  ...visit,
  asked: { ...visit.asked, score, rating, hasComment },
})

const write = <T>(linking: Linking, { asked }: Visit, work: Parameters<typeof linking.database.inWorkspace<T>>[1]) =>
  linking.database.inWorkspace({ workspaceId: asked.workspaceId, actor: 'respondent' }, work)

import { say } from '../../../languages/index.ts'
import { commentPage, messagePage, questionPage, thanksPage } from '../../../respondent/index.ts'
import { partOf } from '../../../stats/index.ts'
import type { PassiveReason, Question, QuestionAnswer } from '../../../vocabulary/index.ts'
import { changeableUntil, type Given, isPassive } from '../change-answer.ts'
import { dueQuestions } from '../further-answers.ts'
import { day, filled, frameOf, numberOf, promiseOf, type Visit, wordingIn } from './visit.ts'

/** The second page: the question for this very score where there is one, else for its part of the scale. */
export function showFollowUp(
  visit: Visit,
  page: { given: Given; nonce: string; comment?: string; reason?: PassiveReason | null },
): string {
  const { given } = page
  const wording = wordingIn(visit)
  const own = wording.followUpByScore[String(numberOf(given))]
  const due = dueQuestions(visit.wordings.questions, { ...given, answers: visit.asked.answers })
  return commentPage({
    ...frameOf(visit, '/comment'),
    value: numberOf(given),
    question: filled(visit, own ?? wording.followUp[partOf(given)]),
    asksReason: isPassive(given),
    nonce: page.nonce,
    comment: page.comment ?? '',
    reason: page.reason ?? null,
    commentStands: given.hasComment,
    changeableUntil: day(visit, changeableUntil(given.answeredAt)),
    nextStep: wording.nextStep[partOf(given)],
    skipTo: due.length > 0 ? 'questions' : 'thanks',
  })
}

/** A page of further questions with what they got so far. */
export function showQuestions(
  visit: Visit,
  page: { given: Given; nonce: string; questions: Question[]; sent?: (QuestionAnswer | null)[]; missing?: string[] },
): string {
  const { given, questions } = page
  const wording = wordingIn(visit)
  const asked = questions.map((question, i) => {
    const { questionId } = question
    const words = wording.questions[questionId]
    const stored = visit.asked.answers.find(answer => answer.questionId === questionId) ?? null
    return {
      question,
      wording: words
        ? { ...words, text: filled(visit, words.text) }
        : { text: questionId, lowEnd: '', highEnd: '', options: {} },
      given: page.sent?.[i] ?? (stored && withoutWords(stored)),
      missing: page.missing?.includes(questionId) ?? false,
    }
  })
  const value = numberOf(given)
  const of = questions[0]?.questionId ?? ''
  const before = visit.asked.opening === 'free' ? '?change=1&' : '/comment?'
  return questionPage({
    ...frameOf(visit, `/questions?of=${of}`),
    asked,
    nonce: page.nonce,
    stands:
      value === null
        ? say(visit.language, 'respondent.storedPlain')
        : say(visit.language, 'respondent.stored', { score: value }),
    back: `${visit.address}${before}language=${visit.language}`,
    action: `${visit.address}/questions`,
    promise: promiseOf(visit, given),
  })
}

/** Stored words are not shown again, because links get forwarded. */
const withoutWords = (answer: QuestionAnswer): QuestionAnswer => ({ ...answer, words: null })

/** The last page: thanks, in the words for the group, and where they lead on. */
export function showThanks(visit: Visit, page: { given: Given; shortened: boolean }): string {
  const group = partOf(page.given)
  const wording = wordingIn(visit)
  const text = filled(visit, wording.thanks[group])
  const [, first, rest] = /^(.{2,80}?)(?:[.!]\s+|[。！])(.+)$/s.exec(text) ?? []
  return thanksPage(frameOf(visit, '/thanks'), {
    title: first ?? say(visit.language, `respondent.thanks.${group}`),
    text: rest ?? text,
    shortened: page.shortened,
    nextStep: wording.nextStep[group],
    promise: promiseOf(visit, page.given),
    change: `${visit.address}/answers?language=${visit.language}`,
  })
}

/** The time for changes is over. */
export function showClosed(visit: Visit, given: Given): string {
  const value = numberOf(given)
  const facts = { date: day(visit, given.answeredAt), until: day(visit, changeableUntil(given.answeredAt)) }
  const text =
    value === null
      ? say(visit.language, 'respondent.closedPlain', facts)
      : say(visit.language, 'respondent.closed', { ...facts, score: value })
  return messagePage(frameOf(visit), say(visit.language, 'respondent.closedTitle'), text)
}

/** The link has run out or was taken back. */
export function showEnded(visit: Visit, kind: 'expired' | 'revoked'): string {
  const { company } = visit.asked
  const t = (key: 'expired' | 'revoked' | 'expiredTitle' | 'revokedTitle') =>
    say(visit.language, `respondent.${key}`, { company })
  return messagePage({ language: visit.language, company }, t(`${kind}Title`), t(kind))
}

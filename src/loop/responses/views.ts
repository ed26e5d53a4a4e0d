import { type CustomerLanguage, say } from '../../languages/index.ts'
import {
  aboutPage,
  commentPage,
  type Frame,
  fillIn,
  messagePage,
  scorePage,
  thanksPage,
} from '../../respondent/index.ts'
import { categoryOf } from '../../stats/index.ts'
import type { PassiveReason, Wording, Wordings } from '../../vocabulary/index.ts'
import { changeableUntil } from './change-answer.ts'
import { languagesOf } from './page-language.ts'
import type { Asked } from './queries/invitations.ts'

/** A person's link with everything needed to draw its pages. */
export type Visit = {
  asked: Asked
  wordings: Wordings
  language: CustomerLanguage
  address: string
  stopAddress: string | null
}

/** An answer as pages speak of it. */
export type Given = { score: number; answeredAt: Date; hasComment: boolean }

const frameOf = ({ asked, wordings, language, address, stopAddress }: Visit): Frame => ({
  language,
  languages: languagesOf(wordings),
  company: asked.company,
  address,
  stopAddress,
})

const wordingIn = ({ wordings, language }: Visit): Wording => {
  const wording = wordings.texts[language] ?? wordings.texts[wordings.language]
  if (!wording) throw new Error('a survey has no text in its first language')
  return wording
}

const filled = ({ asked }: Visit, text: string): string =>
  fillIn(text, { company: asked.company, first_name: asked.personName?.trim().split(/\s+/)[0] ?? '' })

const QUARTER_MS = 900_000
const MOST_DAYS = 2000
const days = new Map<string, string>()

/** A day as the language writes it, where the workspace is; kept, because writing one is slow. No zone turns the day within a quarter of an hour. */
function day({ asked, language }: Visit, date: Date): string {
  const key = `${language} ${asked.timeZone} ${Math.floor(date.getTime() / QUARTER_MS)}`
  const known = days.get(key)
  if (known) return known
  const written = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: asked.timeZone }).format(date)
  if (days.size >= MOST_DAYS) days.clear()
  days.set(key, written)
  return written
}

/** What may stand above the question. */
export type Note = 'chooseScore' | 'tooFast' | 'pageForeign' | null

/** The first page; where an answer stands it says so and asks for the change. */
export function showQuestion(
  visit: Visit,
  page: { score: number | null; nonce: string; comment?: string; note: Note; given: Given | null },
): string {
  const wording = wordingIn(visit)
  const { language } = visit
  const { given } = page
  const until = given && day(visit, changeableUntil(given.answeredAt))
  const stands = given && {
    text: say(language, 'respondent.alreadyAnswered', {
      score: given.score,
      date: day(visit, given.answeredAt),
      until,
    }),
    wrong: false,
  }
  return scorePage({
    ...frameOf(visit),
    question: filled(visit, wording.question),
    lowEnd: wording.lowEnd,
    highEnd: wording.highEnd,
    score: page.score ?? given?.score ?? null,
    nonce: page.nonce,
    comment: page.comment ?? null,
    note: page.note ? { text: say(language, `respondent.${page.note}`), wrong: true } : stands,
    addComment: given && say(language, 'respondent.addComment'),
    promise: until ? say(language, 'respondent.changeable', { date: until }) : undefined,
  })
}

/** The second page: the question that fits the score. */
export function showFollowUp(
  visit: Visit,
  page: { given: Given; nonce: string; comment?: string; reason?: PassiveReason | null },
): string {
  const group = categoryOf(page.given.score)
  return commentPage({
    ...frameOf(visit),
    score: page.given.score,
    question: filled(visit, wordingIn(visit).followUp[group]),
    asksReason: group === 'passive',
    nonce: page.nonce,
    comment: page.comment ?? '',
    reason: page.reason ?? null,
    commentStands: page.given.hasComment,
    changeableUntil: day(visit, changeableUntil(page.given.answeredAt)),
  })
}

/** The third page: thanks, in the words for the group. */
export function showThanks(visit: Visit, page: { given: Given; shortened: boolean }): string {
  const group = categoryOf(page.given.score)
  const text = filled(visit, wordingIn(visit).thanks[group])
  const [, first, rest] = /^(.{2,80}?)[.!]\s+(.+)$/s.exec(text) ?? []
  return thanksPage(frameOf(visit), {
    title: first ?? say(visit.language, `respondent.thanks.${group}`),
    text: rest ?? text,
    shortened: page.shortened,
    until: day(visit, changeableUntil(page.given.answeredAt)),
  })
}

/** The time for changes is over. */
export function showClosed(visit: Visit, given: Given): string {
  const t = (key: 'closedTitle' | 'closed') =>
    say(visit.language, `respondent.${key}`, {
      score: given.score,
      date: day(visit, given.answeredAt),
      until: day(visit, changeableUntil(given.answeredAt)),
    })
  return messagePage({ language: visit.language, company: visit.asked.company }, t('closedTitle'), t('closed'))
}

/** The link has run out or was taken back. */
export function showEnded(visit: Visit, kind: 'expired' | 'revoked'): string {
  const { company } = visit.asked
  const t = (key: 'expired' | 'revoked' | 'expiredTitle' | 'revokedTitle') =>
    say(visit.language, `respondent.${key}`, { company })
  return messagePage({ language: visit.language, company }, t(`${kind}Title`), t(kind))
}

/** What is stored about an answer. */
export const showAbout = (visit: Visit): string => aboutPage(frameOf(visit), visit.asked.imprint)

import { say } from '../../languages/index.ts'
import type { PassiveReason } from '../../vocabulary/index.ts'
import { PASSIVE_REASONS } from '../../vocabulary/index.ts'
import { emphasise, html, type Markup } from '../markup.ts'
import { type Frame, foot, letter, tongues } from './letter.ts'

/** The second page: the question that fits the score, and for passives the reason. */
export type CommentPage = Frame & {
  score: number
  question: string
  asksReason: boolean
  nonce: string
  comment: string
  reason: PassiveReason | null
  /** A text is stored already; it is not shown, because links get forwarded. */
  commentStands: boolean
  changeableUntil: string
  problem?: string | null
}

/** The page that asks why. */
export function commentPage(page: CommentPage): string {
  const { language, address } = page
  const t = (key: 'optional' | 'sendComment' | 'skip' | 'change' | 'title' | 'commentStands', values = {}) =>
    say(language, `respondent.${key}`, values)
  const stored = emphasise(score => say(language, 'respondent.stored', { score }), String(page.score))
  const body = html`<p class="soft" role="status">${stored} <a href="${address}?change=1&amp;language=${language}">${t('change')}</a></p>${
    page.problem && html`<p class="wrong" role="alert">${page.problem}</p>`
  }<form method="post" action="${address}/comment"><input type="hidden" name="nonce" value="${page.nonce}"><input type="hidden" name="language" value="${language}"><label for="c"><h1>${page.question}</h1></label><p class="soft" id="o">${
    page.commentStands ? t('commentStands') : t('optional')
  }</p><textarea id="c" name="comment" maxlength="5000" aria-describedby="o" rows="4">${textInArea(page.comment)}</textarea>${
    page.asksReason && reasons(page)
  }<button class="send">${t('sendComment')}</button><a class="skip soft" href="${address}/thanks?language=${language}">${t('skip')}</a>${foot(
    page,
    say(language, 'respondent.changeable', { date: page.changeableUntil }),
  )}${tongues(page)}</form>`
  return letter(page, t('title', { company: page.company }), body)
}

/** A browser drops the first line break of a text area; one more keeps the text as it was. */
const textInArea = (text: string): string => (text.startsWith('\n') ? `\n${text}` : text)

function reasons({ language, reason }: CommentPage): Markup {
  const one = (code: PassiveReason) =>
    html`<label><input type="radio" name="reason" value="${code}"${reason === code && html` checked`}>${say(language, `respondent.reasons.${code}`)}</label>`
  return html`<fieldset class="reasons" role="radiogroup"><legend>${say(language, 'respondent.whichFits')}</legend>${PASSIVE_REASONS.map(one)}</fieldset>`
}

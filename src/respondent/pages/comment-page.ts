import { say } from '../../languages/index.ts'
import type { NextStep, PassiveReason } from '../../vocabulary/index.ts'
import { PASSIVE_REASONS } from '../../vocabulary/index.ts'
import { emphasise, html, type Markup } from '../markup.ts'
import { type Frame, foot, letter, tongues } from './letter.ts'
import { wordsField } from './words-field.ts'

/** The second page: the question that fits the score, and for passives the reason. */
export type CommentPage = Frame & {
  /** What the first question got; null where it was words. */
  value: number | null
  question: string
  asksReason: boolean
  nonce: string
  comment: string
  reason: PassiveReason | null
  /** A text is stored already; it is not shown, because links get forwarded. */
  commentStands: boolean
  changeableUntil: string
  /** Where "skip" leads. */
  skipTo: 'questions' | 'thanks'
  problem?: string | null
  /** Where the thanks lead on; shown here already, so that it is two presses away from the mail. */
  nextStep?: NextStep | undefined
}

/** The page that asks why. */
export function commentPage(page: CommentPage): string {
  const { language, address } = page
  const t = (key: 'optional' | 'sendComment' | 'skip' | 'change' | 'title' | 'commentStands', values = {}) =>
    say(language, `respondent.${key}`, values)
  const stored =
    page.value === null
      ? say(language, 'respondent.storedPlain')
      : emphasise(score => say(language, 'respondent.stored', { score }), String(page.value))
  const body = html`<p class="soft" role="status">${stored} <a href="${address}?change=1&amp;language=${language}">${t('change')}</a></p>${
    page.problem && html`<p class="wrong" role="alert">${page.problem}</p>`
  }<form method="post" action="${address}/comment"><input type="hidden" name="nonce" value="${page.nonce}"><input type="hidden" name="language" value="${language}"><label for="c"><h1>${page.question}</h1></label><p class="soft" id="o">${
    page.commentStands ? t('commentStands') : t('optional')
  }</p>${wordsField({ id: 'c', name: 'comment', text: page.comment, describedBy: 'o' })}${
    page.asksReason && reasons(page)
  }<button class="send">${t('sendComment')}</button><a class="skip soft" href="${address}/${page.skipTo}?language=${language}">${t('skip')}</a>${page.nextStep && html`<a class="next plain" href="${page.nextStep.address}" rel="noreferrer">${page.nextStep.label}</a>`}${foot(
    page,
    say(language, 'respondent.changeable', { date: page.changeableUntil }),
  )}${tongues(page)}</form>`
  return letter(page, t('title', { company: page.company }), body)
}

function reasons({ language, reason }: CommentPage): Markup {
  const one = (code: PassiveReason) =>
    html`<label><input type="radio" name="reason" value="${code}"${reason === code && html` checked`}>${say(language, `respondent.reasons.${code}`)}</label>`
  return html`<fieldset class="reasons" role="radiogroup"><legend>${say(language, 'respondent.whichFits')}</legend>${PASSIVE_REASONS.map(one)}</fieldset>`
}

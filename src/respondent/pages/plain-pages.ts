import { type CustomerLanguage, say } from '../../languages/index.ts'
import type { NextStep } from '../../vocabulary/index.ts'
import { html } from '../markup.ts'
import { type Frame, foot, letter } from './letter.ts'

/** The last page: thanks, by group, and where they lead on. */
export type ThanksPage = {
  title: string
  text: string
  shortened: boolean
  nextStep?: NextStep | undefined
  /** The foot's first line: until when the answer may be changed; null where it may not. */
  promise: string | null
  /** Address under which the answer can be looked at and changed. */
  change?: string | null
}

/** The page that thanks. */
export function thanksPage(frame: Frame, page: ThanksPage): string {
  const t = (key: 'shortened' | 'doneNote' | 'change') => say(frame.language, `respondent.${key}`)
  const step = page.nextStep
  const body = html`<h1>${page.title}</h1><p>${page.text}</p>${page.shortened && html`<p class="note">${t('shortened')}</p>`}${
    step && html`<a class="next" href="${step.address}" rel="noreferrer">${step.label}</a>`
  }<p class="soft">${t('doneNote')}</p>${page.change && html`<p><a href="${page.change}">${t('change')}</a></p>`}${foot(frame, page.promise)}`
  return letter(frame, page.title, body)
}

/** The page behind "what happens to my answer"; `nonce` where there is a person who may see and delete what is stored. */
export function aboutPage(frame: Frame, about: { imprint: string | null; nonce: string | null }): string {
  const t = (key: 'title' | 'stored' | 'notStored' | 'who' | 'rights' | 'imprint' | 'back' | 'see' | 'erase') =>
    say(frame.language, `respondent.about.${key}`, { company: frame.company })
  const { imprint, nonce } = about
  const own =
    nonce &&
    html`<form method="post" action="${frame.address}/stored"><input type="hidden" name="nonce" value="${nonce}"><input type="hidden" name="language" value="${frame.language}"><button class="send plain">${t('see')}</button></form><p><a class="skip" href="${frame.address}/erasure?language=${frame.language}">${t('erase')}</a></p>`
  const body = html`<h1>${t('title')}</h1><p>${t('stored')}</p><p>${t('notStored')}</p><p>${t('who')}</p><p>${t('rights')}</p>${own}${
    imprint && html`<p class="soft"><b>${t('imprint')}</b><br>${imprint.split('\n').map(line => html`${line}<br>`)}</p>`
  }<p><a href="${frame.address}?language=${frame.language}">${t('back')}</a></p>`
  return letter(frame, t('title'), body)
}

/** A page that only says something: a link that does not work, has run out, was taken back. */
export function messagePage(
  frame: { language: CustomerLanguage; company: string },
  title: string,
  text: string,
): string {
  return letter(frame, title, html`<h1>${title}</h1><p>${text}</p>`)
}

/** What was chosen and written when the storage does not answer: nothing is lost, one button sends it again. */
export function againPage(
  frame: { language: CustomerLanguage },
  page: { address: string; fields: [string, string][]; title: string; text: string },
): string {
  const hidden = page.fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)
  const score = page.fields.find(([name]) => name === 'score' || name === 'rating')?.[1]
  const label = score
    ? say(frame.language, 'respondent.sendScore', { score })
    : say(frame.language, 'respondent.sendComment')
  const body = html`<h1>${page.title}</h1><p role="alert">${page.text}</p><form method="post" action="${page.address}">${hidden}<button class="send">${label}</button></form>`
  return letter({ ...frame, company: '' }, page.title, body)
}

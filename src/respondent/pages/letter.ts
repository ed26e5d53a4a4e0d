import { createHash } from 'node:crypto'
import { type CustomerLanguage, directionOf, say } from '../../languages/index.ts'
import { html, Markup } from '../markup.ts'
import { SCRIPT, STYLE } from './style.ts'

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** What the browser may do on these pages: their own style and script, their own forms, nothing from elsewhere. */
export const PAGE_POLICY = [
  "default-src 'none'",
  `style-src ${hashOf(STYLE)}`,
  `script-src ${hashOf(SCRIPT)}`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Pages about a person's wishes: nothing is kept, told on or indexed. */
export const PRIVATE_PAGE = {
  'content-security-policy': PAGE_POLICY,
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
}

/** Who asks, in which language, and the links at the foot of each page. */
export type Frame = {
  language: CustomerLanguage
  /** The languages that the survey has. */
  languages: readonly CustomerLanguage[]
  company: string
  /** Address of this person's survey: /r/<token>. */
  address: string
  /** Page where the person says "do not ask again"; null where there is none. */
  stopAddress: string | null
  /** The address that shows this very page again, where it is not the one it came from (the reply to a form). */
  at?: string
}

/** The name of a language in itself. */
export const LANGUAGE_NAMES: Record<CustomerLanguage, string> = {
  ...{ en: 'English', de: 'Deutsch', fi: 'Suomi', sv: 'Svenska', no: 'Norsk', da: 'Dansk', nl: 'Nederlands' },
  ...{ fr: 'Français', es: 'Español', it: 'Italiano', pt: 'Português', pl: 'Polski', cs: 'Čeština', hu: 'Magyar' },
  ...{ ro: 'Română', el: 'Ελληνικά', tr: 'Türkçe', uk: 'Українська', et: 'Eesti', lv: 'Latviešu', lt: 'Lietuvių' },
  ...{ ja: '日本語', zh: '中文', ar: 'العربية' },
}

/** The sheet around one question: everything in one response, nothing to load. */
export function letter(frame: Pick<Frame, 'language' | 'company' | 'at'>, title: string, body: Markup): string {
  const style = new Markup(`<style>${STYLE}</style>`)
  const script = new Markup(`<script>${SCRIPT}</script>`)
  const from = frame.company && html`<p class="from">${frame.company}</p>`
  return html`<!doctype html><html lang="${frame.language}"${directionOf(frame.language) === 'rtl' && html` dir="rtl"`}><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="referrer" content="no-referrer"><meta name="robots" content="noindex"><title>${title}</title>${style}<main${frame.at && html` data-at="${frame.at}"`}>${from}${body}</main>${script}</html>`
    .text
}

/** Links about what is stored and about being left alone. */
export function foot(frame: Frame, firstLine: string | null): Markup {
  const t = (key: 'whatHappens' | 'stopAsking') => say(frame.language, `respondent.${key}`)
  return html`<footer>${firstLine && html`<p>${firstLine}</p>`}<a href="${frame.address}/about?language=${frame.language}">${t('whatHappens')}</a>${
    frame.stopAddress && html`<a href="${frame.stopAddress}">${t('stopAsking')}</a>`
  }</footer>`
}

/** Buttons that show the same form in another language, keeping what was chosen and written. */
export function tongues({ language, languages }: Pick<Frame, 'language' | 'languages'>): Markup | null {
  if (languages.length < 2) return null
  const one = (other: CustomerLanguage) =>
    other === language
      ? html`<b lang="${other}" aria-current="true">${LANGUAGE_NAMES[other]}</b>`
      : html`<button name="switch" value="${other}" lang="${other}" formnovalidate>${LANGUAGE_NAMES[other]}</button>`
  return html`<nav class="tongues" aria-label="${say(language, 'respondent.languages')}">${languages.map(one)}</nav>`
}

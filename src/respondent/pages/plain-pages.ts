import { type CustomerLanguage, say } from '../../languages/index.ts'
import { html } from '../markup.ts'
import { type Frame, foot, letter } from './letter.ts'

/** The third page: thanks, by group. */
export function thanksPage(
  frame: Frame,
  page: { title: string; text: string; shortened: boolean; until: string },
): string {
  const t = (key: 'shortened' | 'doneNote' | 'addComment') => say(frame.language, `respondent.${key}`)
  const body = html`<h1>${page.title}</h1><p>${page.text}</p>${page.shortened && html`<p class="note">${t('shortened')}</p>`}<p class="soft">${t('doneNote')}</p>${foot(
    frame,
    say(frame.language, 'respondent.changeable', { date: page.until }),
  )}`
  return letter(frame, page.title, body)
}

/** The page behind "what happens to my answer". */
export function aboutPage(frame: Frame, imprint: string | null): string {
  const t = (key: 'title' | 'stored' | 'notStored' | 'who' | 'rights' | 'imprint' | 'back') =>
    say(frame.language, `respondent.about.${key}`, { company: frame.company })
  const body = html`<h1>${t('title')}</h1><p>${t('stored')}</p><p>${t('notStored')}</p><p>${t('who')}</p><p>${t('rights')}</p>${
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
  page: { address: string; fields: Record<string, string>; title: string; text: string },
): string {
  const hidden = Object.entries(page.fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )
  const score = page.fields.score
  const label = score
    ? say(frame.language, 'respondent.sendScore', { score })
    : say(frame.language, 'respondent.sendComment')
  const body = html`<h1>${page.title}</h1><p role="alert">${page.text}</p><form method="post" action="${page.address}">${hidden}<button class="send">${label}</button></form>`
  return letter({ ...frame, company: '' }, page.title, body)
}

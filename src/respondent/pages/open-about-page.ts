import { say } from '../../languages/index.ts'
import { html } from '../markup.ts'
import { type Frame, letter } from './letter.ts'

/** What happens to the answer of a visitor whom nobody invited; of an anonymous survey even less is kept. */
export function openAboutPage(frame: Frame, about: { imprint: string | null; anonymous: boolean }): string {
  const { language, company, address } = frame
  const t = (key: 'title' | 'imprint' | 'back') => say(language, `respondent.about.${key}`, { company })
  const own = (key: 'aboutStored' | 'aboutAnonymous' | 'aboutNotStored') =>
    say(language, `links.visitor.${key}`, { company })
  const { imprint } = about
  const body = html`<h1>${t('title')}</h1><p>${own(about.anonymous ? 'aboutAnonymous' : 'aboutStored')}</p><p>${own('aboutNotStored')}</p>${
    imprint && html`<p class="soft"><b>${t('imprint')}</b><br>${imprint.split('\n').map(line => html`${line}<br>`)}</p>`
  }<p><a href="${address}?language=${language}">${t('back')}</a></p>`
  return letter(frame, t('title'), body)
}

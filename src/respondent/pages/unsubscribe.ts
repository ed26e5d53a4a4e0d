import { type CustomerLanguage, say } from '../../languages/index.ts'
import { html } from '../markup.ts'
import { letter } from './letter.ts'

type Asker = { language: CustomerLanguage; company: string; preferences: string }

/** The page behind "unsubscribe": one button; opening it changes nothing. */
export function stopPage(asker: Asker, address: string): string {
  const t = (key: 'title' | 'text' | 'button' | 'nothingYet') => say(asker.language, `messages.stop.${key}`, asker)
  const body = html`<h1>${t('title')}</h1><p>${t('text')}</p><form method="post" action="${address}"><input type="hidden" name="by" value="page"><button class="send">${t('button')}</button></form><footer><p>${t('nothingYet')}</p>${decide(asker)}</footer>`
  return letter(asker, t('title'), body)
}

/** What the button leads to. */
export function stoppedPage(asker: Asker): string {
  const title = say(asker.language, 'messages.stop.done')
  const text = say(asker.language, 'messages.stop.doneText', asker)
  return letter(asker, title, html`<h1>${title}</h1><p>${text}</p><footer>${decide(asker)}</footer>`)
}

/** Who does not want everything may still want something. */
const decide = ({ language, preferences }: Asker) =>
  html`<a href="${preferences}">${say(language, 'permissions.page.link')}</a>`

/** A link that is none of ours. */
export function foreignStopPage(language: CustomerLanguage): string {
  const title = say(language, 'messages.stop.invalid')
  return letter(
    { language, company: '' },
    title,
    html`<h1>${title}</h1><p>${say(language, 'messages.stop.invalidText')}</p>`,
  )
}

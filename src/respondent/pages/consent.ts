import { type CustomerLanguage, say } from '../../languages/index.ts'
import { html } from '../markup.ts'
import { letter } from './letter.ts'

type Asked = { language: CustomerLanguage; company: string; address: string; text: string }

/** The page behind the link of a confirmation: what would be agreed to, word for word, and one button. */
export function confirmPage(asked: Asked, action: string): string {
  const t = (key: 'title' | 'lead' | 'button' | 'nothingYet' | 'right') =>
    say(asked.language, `permissions.confirm.${key}`, asked)
  const body = html`<h1>${t('title')}</h1><p>${t('lead')}</p><p class="note">${asked.text}</p><p>${t('right')}</p><form method="post" action="${action}"><button class="send">${t('button')}</button></form><footer><p>${t('nothingYet')}</p></footer>`
  return letter(asked, t('title'), body)
}

/** What the button leads to, and what the link shows ever after. */
export function confirmedPage(asked: Asked): string {
  const title = say(asked.language, 'permissions.confirm.done')
  const text = say(asked.language, 'permissions.confirm.doneText', asked)
  return letter(asked, title, html`<h1>${title}</h1><p>${text}</p><p class="note">${asked.text}</p>`)
}

/** A link that is too old, or none of ours. */
export function expiredPage(language: CustomerLanguage): string {
  const title = say(language, 'permissions.confirm.expired')
  const text = say(language, 'permissions.confirm.expiredText')
  return letter({ language, company: '' }, title, html`<h1>${title}</h1><p>${text}</p>`)
}

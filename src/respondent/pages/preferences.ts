import { CUSTOMER_LANGUAGES, type CustomerLanguage, say } from '../../languages/index.ts'
import type { ChannelStanding } from '../../vocabulary/index.ts'
import { html, type Markup } from '../markup.ts'
import { letter } from './letter.ts'

type Standing = ChannelStanding & { isOwn: boolean }
/** What the page of preferences shows: each channel with what stands about it. */
export type PreferencePage = {
  language: CustomerLanguage
  company: string
  address: string
  channels: Standing[]
  saved: boolean
}

/** Where somebody decides what reaches them, how often, in which language, and sees why. */
export function preferencePage(page: PreferencePage): string {
  const { language, company, address, channels, saved } = page
  const t = (key: 'title' | 'lead' | 'saved' | 'channels' | 'save' | 'never' | 'neverHint' | 'rights') =>
    say(language, `permissions.page.${key}`, { company })
  const body = html`<h1>${t('title')}</h1>${saved && html`<p class="note" role="status">${t('saved')}</p>`}<p>${t('lead')}</p>
<form method="post" action="${address}"><fieldset class="reasons"><legend>${t('channels')}</legend>${channels.map(one => channelBox(page, one))}</fieldset>
${often(page)}${tongue(page)}<button class="send">${t('save')}</button></form>
<form method="post" action="${address}" class="ask"><input type="hidden" name="never" value="1"><footer><p>${t('neverHint')}</p></footer><button class="send plain">${t('never')}</button></form>
<footer><p>${t('rights')}</p></footer>`
  return letter(page, t('title'), body)
}

const mayAsk = (one: ChannelStanding) => one.basis !== 'none' && one.suppression === null

/** Another channel than the link's can only be switched off: a mail proves nothing about a phone. */
function channelBox({ language, company }: PreferencePage, one: Standing): Markup {
  const { channel, address } = one
  const isClosed = !mayAsk(one) && (!one.isOwn || (one.suppression !== null && one.suppression !== 'objection'))
  const box = html`<input type="checkbox" name="channel" value="${channel}"${mayAsk(one) && html` checked`}${isClosed && html` disabled`}>`
  const label = say(language, `permissions.page.by_${channel}`, { company, address })
  return html`<label>${box}<span>${label}<br><span class="soft">${whyOf(language, one, isClosed)}</span></span></label>`
}

function whyOf(language: CustomerLanguage, one: Standing, isClosed: boolean): string {
  const day = (text: unknown) =>
    typeof text === 'string' && Number.isFinite(Date.parse(text))
      ? new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(text))
      : ''
  const t = (key: 'off' | 'consent' | 'customer' | 'none', values = {}) =>
    say(language, `permissions.page.why_${key}`, values)
  if (one.suppression !== null || isClosed) return t('off')
  if (one.basis === 'consent')
    return t('consent', { date: day(one.evidence.givenAt), text: String(one.evidence.text ?? '') })
  return one.basis === 'existing_customer' ? t('customer', { date: day(one.evidence.soldAt) }) : t('none')
}

function often({ language, channels }: PreferencePage): Markup {
  const pausedUntil = channels.find(one => one.pausedUntil)?.pausedUntil ?? null
  const present = pausedUntil ? 'pause' : channels.some(one => one.surveysOnly) ? 'surveys' : 'all'
  const day = pausedUntil && new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(new Date(pausedUntil))
  const one = (value: 'all' | 'surveys' | 'pause') =>
    html`<label><input type="radio" name="frequency" value="${value}"${value === present && html` checked`}><span>${say(language, `permissions.page.often_${value}`)}${
      value === 'pause' &&
      day &&
      html`<br><span class="soft">${say(language, 'permissions.page.pausedUntil', { date: day })}</span>`
    }</span></label>`
  return html`<fieldset class="reasons"><legend>${say(language, 'permissions.page.often')}</legend>${(['all', 'surveys', 'pause'] as const).map(one)}</fieldset>`
}

function tongue({ language }: PreferencePage): Markup {
  const label = say(language, 'permissions.page.language')
  const option = (code: CustomerLanguage) =>
    html`<option value="${code}" lang="${code}"${code === language && html` selected`}>${nameOf(code)}</option>`
  return html`<fieldset class="reasons"><legend>${label}</legend><select name="language" aria-label="${label}">${CUSTOMER_LANGUAGES.map(option)}</select></fieldset>`
}

/** The name of a language in itself, as at the beginning of a sentence. */
function nameOf(code: CustomerLanguage): string {
  const name = new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code
  return name.charAt(0).toLocaleUpperCase(code) + name.slice(1)
}

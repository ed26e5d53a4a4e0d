import { say } from '../../languages/index.ts'
import { html, type Markup } from '../markup.ts'
import { type Frame, foot, letter } from './letter.ts'

/** A line of facts: its name and what is stored. */
export type Fact = { name: string; value: string }

/** Everything that is stored about a person, in their own words for it. */
export type Stored = {
  person: Fact[]
  basis: string[]
  answers: { title: string; facts: Fact[] }[]
  messages: string[]
}

const facts = (list: Fact[]): Markup =>
  html`<dl>${list.map(({ name, value }) => html`<dt>${name}</dt><dd><bdi>${value}</bdi></dd>`)}</dl>`

/** The page that shows a person what is stored about them. */
export function storedPage(frame: Frame, stored: Stored): string {
  const t = (key: 'seeTitle' | 'seeText' | 'person' | 'basis' | 'answers' | 'messages' | 'nothing' | 'erase') =>
    say(frame.language, `respondent.about.${key}`, { company: frame.company })
  const lines = (list: string[]) =>
    list.length === 0
      ? html`<p>${t('nothing')}</p>`
      : html`<ul class="list">${list.map(line => html`<li>${line}</li>`)}</ul>`
  const answers = stored.answers.map(({ title, facts: own }) => html`<p><b>${title}</b></p>${facts(own)}`)
  const body = html`<h1>${t('seeTitle')}</h1><p class="soft">${t('seeText')}</p><h2>${t('person')}</h2>${facts(stored.person)}<h2>${t('basis')}</h2>${lines(stored.basis)}<h2>${t('answers')}</h2>${
    answers.length > 0 ? answers : html`<p>${t('nothing')}</p>`
  }<h2>${t('messages')}</h2>${lines(stored.messages)}<p><a class="skip" href="${frame.address}/erasure?language=${frame.language}">${t('erase')}</a></p>${foot(frame, null)}`
  return letter(frame, t('seeTitle'), body)
}

/** Asks once more before deletion is asked for; opening it changes nothing. */
export function erasurePage(frame: Frame, nonce: string): string {
  const t = (key: 'eraseTitle' | 'eraseText' | 'eraseSend') =>
    say(frame.language, `respondent.about.${key}`, { company: frame.company })
  const body = html`<h1>${t('eraseTitle')}</h1><p>${t('eraseText')}</p><form method="post" action="${frame.address}/erasure"><input type="hidden" name="nonce" value="${nonce}"><input type="hidden" name="language" value="${frame.language}"><button class="send">${t('eraseSend')}</button></form><a class="skip" href="${frame.address}/about?language=${frame.language}">${say(frame.language, 'respondent.back')}</a>`
  return letter(frame, t('eraseTitle'), body)
}

/** A part of an answer as its owner sees it: the question, what it got, and where it is changed. */
export type GivenPart = { question: string; value: string | null; change: string }

/** What stands of an answer; everything can be changed as long as there is time. */
export function overviewPage(
  frame: Frame,
  page: { stands: string; parts: GivenPart[]; promise: string | null },
): string {
  const t = (key: 'overview' | 'unanswered' | 'change') => say(frame.language, `respondent.${key}`)
  const part = ({ question, value, change }: GivenPart) =>
    html`<li><span class="soft">${question}</span><br><b><bdi>${value ?? t('unanswered')}</bdi></b> <a href="${change}" aria-label="${`${t('change')}: ${question}`}">${t('change')}</a></li>`
  const body = html`<h1>${t('overview')}</h1><p class="note" role="status">${page.stands}</p><ul class="list">${page.parts.map(part)}</ul>${foot(frame, page.promise)}`
  return letter(frame, t('overview'), body)
}

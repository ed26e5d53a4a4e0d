import { freshKey, PASSIVE, partAt, type WidgetConfig, whyOf } from './config.ts'
import { make } from './make.ts'
import { chosenIn, drawOptions } from './options.ts'
import { type AskAnswer, pathOf } from './path.ts'
import { drawQuestion } from './question.ts'
import { drawScale } from './scale.ts'
import { widgetStyle } from './style.ts'

const THANKS_MS = 8000

/** Where the questions stand, in a shadow of their own. */
export class AskElement extends HTMLElement {}

// A script asks once, so its state is the module's: such names travel as one letter, those of a class do not.
const key = freshKey()
const words = make('textarea', { id: 'c', maxLength: 5000 })
const trouble = make('p', { role: 'alert' })
const title = make('h2', { id: 't', tabIndex: -1 })
const top = make('div', { className: 'top' }, [title])
const more = make('div')
const box = make('div', { tabIndex: -1, role: 'dialog', className: 'box' })
let host: HTMLElement
let config: WidgetConfig
let identity: string | undefined
let before: HTMLElement | null
let reasons: HTMLElement | undefined
let value: number | undefined
let given: AskAnswer[] = []
let last = ''
let isSending = false

/** Puts the questions into the page; they send one answer, at the end or when the visitor leaves after choosing. */
export function ask(its: WidgetConfig, who: string | undefined): void {
  config = its
  identity = who
  before = document.activeElement as HTMLElement | null
  draw()
  // Leaving says no more than this; what did not arrive before is sent again then.
  document.addEventListener('visibilitychange', send)
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(widgetStyle(config))
  host = new AskElement()
  const shadow = host.attachShadow({ mode: 'open' })
  shadow.adoptedStyleSheets = [sheet]
  shadow.append(box)
  document.body.append(host)
  // Whoever is writing goes on writing.
  if (!before?.matches('input,textarea,select,[contenteditable]')) box.focus()
}

function draw(): void {
  const { language, direction, scale, question } = config
  top.append(make('button', { className: 'close', textContent: '✕', ariaLabel: config.words.close, onclick: close }))
  Object.assign(box, { lang: language, dir: direction })
  box.setAttribute('aria-labelledby', 't')
  box.onkeydown = press => press.key === 'Escape' && close()
  reasons = config.reasons && drawOptions(config.reasons, 'radio')
  const choose = (chosen: number) => {
    value = chosen
    askWhy(whyOf(config, chosen))
  }
  show(question, scale ? [drawScale(config, choose), more] : [more])
  if (!scale) askWhy(config.words.optional)
}

function show(text: string, parts: Node[]): void {
  title.textContent = text
  trouble.textContent = ''
  box.replaceChildren(top, ...parts, trouble)
}

function askWhy(textContent: string): void {
  const { next, send } = config.words
  more.replaceChildren(
    make('label', { htmlFor: 'c', textContent }),
    words,
    ...(reasons && partAt(config, value) === PASSIVE ? [reasons] : []),
    make('button', { className: 'send', textContent: path().next ? next : send, onclick: go }),
    // Two presses away from the question, as on the answer pages.
    ...(config.scale ? drawStep('') : []),
  )
}

const path = () => pathOf(config.questions, value, given)

/** Where the thanks of the visitor's group lead on, if anywhere; the page stays. */
function drawStep(className: string): Node[] {
  const step = config.nextStep[partAt(config, value)]
  return step
    ? [make('a', { className, textContent: step.label, href: step.address, target: '_blank', rel: 'noopener' })]
    : []
}

/** The next question; after the last one what was said is sent. */
async function go(): Promise<void> {
  const { next } = path()
  const done = (answer: AskAnswer) => {
    // Pressed once more after trouble, the newest word counts.
    given = [answer, ...given]
    return go()
  }
  if (isSending || !answered()) return
  if (next) show(next.text, drawQuestion(next, config.words, done))
  else if (await send()) {
    const step = drawStep('send')
    show(config.thanks[partAt(config, value)], step)
    // Whoever is shown a way closes it himself.
    if (!step[0]) setTimeout(close, THANKS_MS)
  } else trouble.textContent = config.words.again
  if (!trouble.textContent) title.focus()
}

/** Sends what is chosen and written, once; false when it did not arrive. */
async function send(): Promise<boolean> {
  const body = answered()
  if (!body || body === last || !config.address) return true
  last = body
  isSending = true
  const sent = fetch(config.address, { method: 'POST', body, keepalive: true, credentials: 'omit' })
  const isStored = await sent.then(
    reply => reply.ok,
    () => false,
  )
  isSending = false
  if (!isStored) last = ''
  return isStored
}

/** The answer as it travels; nothing as long as there is none. */
function answered(): string {
  const { language, version, scale, opening } = config
  const comment = words.value.trim() || undefined
  if (scale ? value === undefined : !comment) return ''
  const chosen = { [opening === 'nps' ? 'score' : 'rating']: value }
  const [reason] = reasons ? chosenIn(reasons) : []
  const { answers } = path()
  return JSON.stringify({ key, language, version, ...chosen, comment, reason, answers, identity })
}

function close(): void {
  void send()
  host.remove()
  before?.focus()
}

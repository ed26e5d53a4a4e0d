import { freshKey, groupOf, type WidgetConfig, whyOf } from './config.ts'
import { make } from './make.ts'
import { type AskAnswer, pathOf } from './path.ts'
import { drawQuestion } from './question.ts'
import { drawScale } from './scale.ts'
import { widgetStyle } from './style.ts'

const THANKS_MS = 8000

/** The questions in a shadow of their own; they send one answer, at the end or when the visitor leaves after choosing. */
export class AskElement extends HTMLElement {
  #config: WidgetConfig | undefined
  #identity: string | undefined
  #key = freshKey()
  #value: number | null = null
  #given: AskAnswer[] = []
  #last = ''
  #isSending = false
  #before: Element | null = null
  #words = make('textarea', { id: 'c', maxLength: 5000 })
  #trouble = make('p', { role: 'alert' })
  #title = make('h2', { id: 't', tabIndex: -1 })
  #box = make('div', { tabIndex: -1, role: 'dialog' })
  #top = make('div', { className: 'top' }, [this.#title])
  #more = make('div')
  #leave = () => void this.#send()

  /** Puts itself into the page and asks. */
  ask(config: WidgetConfig, identity: string | undefined): void {
    this.#config = config
    this.#identity = identity
    this.#before = document.activeElement
    this.#draw(config)
    addEventListener('pagehide', this.#leave)
    // A phone that puts the browser away says no more than this.
    document.addEventListener('visibilitychange', this.#leave)
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(widgetStyle(config.accent, config.onAccent))
    const shadow = this.attachShadow({ mode: 'open' })
    shadow.adoptedStyleSheets = [sheet]
    shadow.append(this.#box)
    document.body.append(this)
    if (!isWriting(this.#before)) this.#box.focus()
  }

  #draw(config: WidgetConfig): void {
    const { words, position, language, direction, scale } = config
    const close = make('button', { className: 'close', textContent: '✕', ariaLabel: words.close })
    close.onclick = () => this.#close()
    this.#top.append(close)
    const box = Object.assign(this.#box, { className: `box ${position}`, lang: language, dir: direction })
    box.setAttribute('aria-labelledby', 't')
    box.onkeydown = press => press.key === 'Escape' && this.#close()
    const choose = (value: number) => {
      this.#value = value
      this.#askWhy(config, whyOf(config, value))
    }
    this.#show(config.question, scale ? [drawScale(config, choose), this.#more] : [this.#more])
    if (!scale) this.#askWhy(config, words.optional)
  }

  #show(title: string, parts: Node[]): void {
    this.#title.textContent = title
    this.#trouble.textContent = ''
    this.#box.replaceChildren(this.#top, ...parts, this.#trouble)
  }

  #askWhy(config: WidgetConfig, question: string): void {
    const textContent = this.#path(config).next ? config.words.next : config.words.send
    const send = make('button', { className: 'send', textContent, onclick: () => this.#go(config) })
    this.#more.replaceChildren(make('label', { htmlFor: 'c', textContent: question }), this.#words, send)
  }

  #path = (config: WidgetConfig) => pathOf(config.questions, this.#value, this.#given)

  /** The next question; after the last one what was said is sent. */
  async #go(config: WidgetConfig): Promise<void> {
    const { next } = this.#path(config)
    const done = (answer: AskAnswer) => {
      this.#given = [...this.#given.filter(one => one.questionId !== answer.questionId), answer]
      return this.#go(config)
    }
    if (this.#isSending || !this.#answer(config)) return
    if (next) this.#show(next.text, drawQuestion(next, config.words, done))
    else if (await this.#send()) {
      this.#show(config.thanks[this.#value === null ? 'passive' : groupOf(config, this.#value)], [])
      setTimeout(() => this.#close(), THANKS_MS)
    } else this.#trouble.textContent = config.words.again
    if (!this.#trouble.textContent) this.#title.focus()
  }

  /** Sends what is chosen and written, once; false when it did not arrive. */
  async #send(): Promise<boolean> {
    const config = this.#config
    const body = config && this.#answer(config)
    if (!body || body === this.#last) return true
    this.#last = body
    if (!config.address) return true
    this.#isSending = true
    const sent = fetch(config.address, { method: 'POST', body, keepalive: true, credentials: 'omit' })
    const isStored = await sent.then(reply => reply.ok).catch(() => false)
    this.#isSending = false
    if (!isStored) this.#last = ''
    return isStored
  }

  #answer(config: WidgetConfig): string {
    const [value, comment] = [this.#value, this.#words.value.trim() || undefined]
    if (value === null && (config.scale || !comment)) return ''
    const chosen = value === null ? {} : { [config.opening === 'nps' ? 'score' : 'rating']: value }
    const { language, version } = config
    const [key, identity, { answers }] = [this.#key, this.#identity, this.#path(config)]
    return JSON.stringify({ key, language, version, ...chosen, comment, answers, identity })
  }

  #close(): void {
    this.#leave()
    removeEventListener('pagehide', this.#leave)
    document.removeEventListener('visibilitychange', this.#leave)
    this.remove()
    if (this.#before instanceof HTMLElement) this.#before.focus()
  }
}

/** Whoever is writing goes on writing. */
const isWriting = (element: Element | null): boolean =>
  element instanceof HTMLElement && (element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName))

import { freshKey, groupOf, type WidgetConfig } from './config.ts'
import { make } from './make.ts'
import { drawScale } from './scale.ts'
import { widgetStyle } from './style.ts'

const THANKS_MS = 8000

/** The question in a shadow of its own; it sends one answer, by its button or when the visitor leaves after choosing. */
export class AskElement extends HTMLElement {
  #config: WidgetConfig | undefined
  #identity: string | undefined
  #key = freshKey()
  #value: number | null = null
  #last = ''
  #before: Element | null = null
  #words = make('textarea', { id: 'c', maxLength: 5000 })
  #box = make('div', { tabIndex: -1 })
  #more = make('div')
  #leave = () => void this.#send()

  /** Puts itself into the page and asks. */
  ask(config: WidgetConfig, identity: string | undefined): void {
    this.#config = config
    this.#identity = identity
    this.#before = document.activeElement
    this.#draw(config)
    addEventListener('pagehide', this.#leave)
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(widgetStyle(config.accent, config.onAccent))
    const shadow = this.attachShadow({ mode: 'open' })
    shadow.adoptedStyleSheets = [sheet]
    shadow.append(this.#box)
    document.body.append(this)
    if (!isWriting(this.#before)) this.#box.focus()
  }

  #draw(config: WidgetConfig): void {
    const { words, position, language, direction } = config
    const close = make('button', { className: 'close', textContent: '✕', ariaLabel: words.close })
    close.onclick = () => this.#close()
    const top = make('div', { className: 'top' }, [make('h2', { id: 't', textContent: config.question }), close])
    const box = Object.assign(this.#box, { className: `box ${position}`, lang: language, dir: direction })
    box.setAttribute('role', 'dialog')
    box.setAttribute('aria-labelledby', 't')
    box.onkeydown = press => press.key === 'Escape' && this.#close()
    if (config.scale)
      box.append(
        top,
        drawScale(config, value => this.#choose(config, value)),
        this.#more,
      )
    else box.append(top, this.#more)
    if (!config.scale) this.#askWhy(config, words.optional)
  }

  #choose(config: WidgetConfig, value: number): void {
    this.#value = value
    this.#askWhy(config, config.followUpByScore[value] ?? config.followUp[groupOf(config, value)])
  }

  #askWhy(config: WidgetConfig, question: string): void {
    const trouble = make('p')
    trouble.setAttribute('role', 'alert')
    const send = make('button', { className: 'send', textContent: config.words.send })
    send.onclick = async () => {
      send.disabled = true
      if (await this.#send()) this.#thank(config)
      else trouble.textContent = config.words.again
      send.disabled = false
    }
    this.#more.replaceChildren(make('label', { htmlFor: 'c', textContent: question }), this.#words, send, trouble)
  }

  #thank(config: WidgetConfig): void {
    if (this.#last === '') return
    const textContent = config.thanks[this.#value === null ? 'passive' : groupOf(config, this.#value)]
    const title = this.#box.querySelector('h2')
    if (title) Object.assign(title, { textContent, tabIndex: -1 }).focus()
    this.#box.querySelectorAll(':scope>:not(.top)').forEach(part => {
      part.remove()
    })
    setTimeout(() => this.#close(), THANKS_MS)
  }

  /** Sends what is chosen and written, once; false when it did not arrive. */
  async #send(): Promise<boolean> {
    const body = this.#answer()
    if (body === '' || body === this.#last || !this.#config) return true
    this.#last = body
    const { address } = this.#config
    if (!address) return true
    const sent = fetch(address, { method: 'POST', body, keepalive: true, credentials: 'omit' })
    const isStored = await sent.then(reply => reply.ok).catch(() => false)
    if (!isStored) this.#last = ''
    return isStored
  }

  #answer(): string {
    const [value, comment] = [this.#value, this.#words.value.trim()]
    if (value === null && (this.#config?.scale || !comment)) return ''
    const chosen = value === null ? {} : this.#config?.opening === 'nps' ? { score: value } : { rating: value }
    const { language } = this.#config ?? {}
    const identity = this.#identity
    return JSON.stringify({ key: this.#key, language, ...chosen, comment: comment || undefined, identity })
  }

  #close(): void {
    this.#leave()
    removeEventListener('pagehide', this.#leave)
    this.remove()
    if (this.#before instanceof HTMLElement) this.#before.focus()
  }
}

/** Whoever is writing goes on writing. */
const isWriting = (element: Element | null): boolean =>
  element instanceof HTMLElement && (element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName))

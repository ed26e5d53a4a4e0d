import { freshKey } from '../widget/config.ts'
import type { KioskConfig, KioskTexts } from './config.ts'
import { type Kept, openQueue, type Queue } from './queue.ts'
import { screens } from './screen.ts'

/** After so long thanks make room for the next visitor, and after so long a visitor has gone. */
const THANKS_MS = 5_000
const IDLE_MS = 30_000
const SEND_MS = 15_000

/** Runs the kiosk: asks one visitor after the other, keeps each answer on the device at once, sends when it can. */
export async function runKiosk(config: KioskConfig, main: HTMLElement, foot: HTMLElement): Promise<void> {
  const queue = await openQueue('echolot-kiosk', config.address)
  await queue.closeAll()
  const kiosk = new Kiosk(config, queue, main, foot)
  addEventListener('input', () => kiosk.stay())
  addEventListener('online', () => kiosk.send())
  setInterval(() => kiosk.send(), SEND_MS)
  await kiosk.reset()
  await kiosk.send()
}

class Kiosk {
  #config: KioskConfig
  #queue: Queue
  #foot: HTMLElement
  #show: ReturnType<typeof screens>
  #texts: KioskTexts
  #current: Kept | null = null
  #timer = 0

  constructor(config: KioskConfig, queue: Queue, main: HTMLElement, foot: HTMLElement) {
    this.#config = config
    this.#queue = queue
    this.#foot = foot
    this.#texts = textsOf(config, config.first)
    this.#show = screens(config, main, {
      choose: value => void this.#choose(value),
      send: comment => void this.#finish(comment),
      language: language => this.#speak(language),
    })
  }

  /** The next visitor: in the first language, with nothing of the one before. */
  async reset(): Promise<void> {
    if (this.#current) await this.#keep('')
    clearTimeout(this.#timer)
    this.#speak(this.#config.first)
    clearTimeout(this.#timer)
  }

  /** The visitor is still there. */
  stay(): void {
    this.#after(IDLE_MS)
  }

  /** Sends what waits and says at the foot how much still does. */
  async send(): Promise<void> {
    await this.#queue.flush()
    const count = await this.#queue.waiting()
    this.#foot.textContent = count > 0 ? this.#texts.waiting.replace('#', String(count)) : ''
  }

  #speak(language: string): void {
    this.#texts = textsOf(this.#config, language)
    this.#show.question(this.#texts)
    this.stay()
  }

  async #choose(value: number): Promise<void> {
    const chosen = this.#config.opening === 'nps' ? { score: value } : { rating: value }
    this.#current = { ...fresh(this.#texts), ...chosen, isOpen: true }
    this.#show.words(this.#texts, value)
    this.stay()
    // The number is safe before the visitor goes on.
    await this.#queue.keep(this.#current)
  }

  async #finish(comment: string): Promise<void> {
    const kept = await this.#keep(comment)
    if (!kept) return this.reset()
    this.#show.thanks(this.#texts, kept.score ?? kept.rating ?? null)
    this.#after(THANKS_MS)
  }

  /** Keeps what was chosen and written; null when it was nothing. */
  async #keep(comment: string): Promise<Kept | null> {
    const { isOpen: _, ...kept } = this.#current ?? fresh(this.#texts)
    const said = comment.trim()
    this.#current = null
    if (kept.score === undefined && kept.rating === undefined && !said) return null
    await this.#queue.keep(said ? { ...kept, comment: said } : kept)
    void this.send()
    return kept
  }

  #after(ms: number): void {
    clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => void this.reset(), ms)
  }
}

const fresh = (texts: KioskTexts): Kept => ({
  key: freshKey(),
  answeredAt: new Date().toISOString(),
  language: texts.language,
})

function textsOf(config: KioskConfig, language: string): KioskTexts {
  const texts = config.texts[language] ?? Object.values(config.texts)[0]
  if (!texts) throw new Error('the kiosk has no language')
  return texts
}

import { freshKey, partAt } from '../widget/config.ts'
import { type AskAnswer, pathOf } from '../widget/path.ts'
import type { KioskConfig, KioskTexts } from './config.ts'
import { type Kept, openQueue, type Queue } from './queue.ts'
import { type Said, screens } from './screen.ts'

/** After so long thanks make room for the next visitor, and after so long a visitor has gone. */
const THANKS_MS = 5_000
const IDLE_MS = 30_000
const SEND_MS = 15_000

/** Runs the kiosk: asks one visitor after the other, keeps each answer on the device at once, sends when it can. */
export async function runKiosk(config: KioskConfig, main: HTMLElement, foot: HTMLElement): Promise<void> {
  const queue = await openQueue('echolot-kiosk', config.address)
  await queue.closeAll()
  const kiosk = new Kiosk(config, queue, main, foot)
  for (const sign of ['input', 'click']) addEventListener(sign, () => kiosk.stayAsking(), true)
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
  #given: AskAnswer[] = []
  #timer = 0

  constructor(config: KioskConfig, queue: Queue, main: HTMLElement, foot: HTMLElement) {
    this.#config = config
    this.#queue = queue
    this.#foot = foot
    this.#texts = textsOf(config, config.first)
    this.#show = screens(config, main, {
      choose: value => void this.#choose(value),
      send: said => void this.#say(said),
      next: () => void this.reset(),
      answer: answer => void this.#answer(answer),
      language: language => this.#speak(language),
    })
  }

  /** The next visitor: in the first language, with nothing of the one before. */
  async reset(): Promise<void> {
    await this.#keep()
    clearTimeout(this.#timer)
    this.#speak(this.#config.first)
    clearTimeout(this.#timer)
  }

  /** The visitor is still there. */
  stay(): void {
    this.#after(IDLE_MS)
  }

  /** Somebody who touches the screen while asked is there; thanks end by themselves. */
  stayAsking(): void {
    if (this.#current) this.stay()
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
    this.#current = { ...this.#fresh(), ...chosen, isOpen: true }
    this.#show.words(this.#texts, value)
    this.stay()
    // The number is safe before the visitor goes on.
    await this.#queue.keep(this.#current)
  }

  async #say(said: Said): Promise<void> {
    const current = { ...(this.#current ?? { ...this.#fresh(), isOpen: true }), ...said }
    if (numberIn(current) === undefined && !said.comment) return this.reset()
    this.#current = current
    await this.#goOn(current)
  }

  async #answer(answer: AskAnswer): Promise<void> {
    if (!this.#current) return this.reset()
    this.#given.push(answer)
    this.#current.answers = this.#path(this.#current).answers
    await this.#goOn(this.#current)
  }

  /** The next question, or thanks; what was said up to here is safe first. */
  async #goOn(current: Kept): Promise<void> {
    const { next } = this.#path(current)
    if (next) this.#show.further(this.#texts, next)
    else this.#show.thanks(this.#texts, numberIn(current))
    const leadsOn = next ?? this.#texts.nextStep[partAt(this.#config, numberIn(current))]
    // A code takes a while to find one's phone for; the next visitor may close it.
    this.#after(leadsOn ? IDLE_MS : THANKS_MS)
    if (next) await this.#queue.keep(current)
    else await this.#keep()
  }

  #path = (current: Kept) => pathOf(this.#texts.questions, numberIn(current), this.#given)

  /** Closes what this visitor said, and sends it when there is a network. */
  async #keep(): Promise<void> {
    if (!this.#current) return
    const { isOpen: _, ...kept } = this.#current
    this.#current = null
    this.#given = []
    await this.#queue.keep(kept)
    void this.send()
  }

  #fresh = (): Kept => ({
    key: freshKey(),
    answeredAt: new Date().toISOString(),
    language: this.#texts.language,
    version: this.#config.version,
  })

  #after(ms: number): void {
    clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => void this.reset(), ms)
  }
}

const numberIn = ({ score, rating }: Kept): number | undefined => score ?? rating

function textsOf(config: KioskConfig, language: string): KioskTexts {
  const texts = config.texts[language] ?? Object.values(config.texts)[0]
  if (!texts) throw new Error('the kiosk has no language')
  return texts
}

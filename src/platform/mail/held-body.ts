import { Readable } from 'node:stream'

/** The body of a mail that is handed over at once but whose end is kept back until the gate says yes. */
export class HeldBody extends Readable {
  readonly handedOver: Promise<void>
  #markHandedOver: () => void = () => undefined
  #raw: Buffer | null

  constructor(raw: Buffer) {
    // With a mark of one byte the second read means that the first chunk was taken.
    super({ highWaterMark: 1 })
    this.#raw = raw
    this.handedOver = new Promise(resolve => {
      this.#markHandedOver = resolve
    })
  }

  override _read(): void {
    const raw = this.#raw
    this.#raw = null
    if (raw) this.push(raw)
    else this.#markHandedOver()
  }

  /** Lets the end go, and with it the final dot. */
  finish(): void {
    this.push(null)
  }
}

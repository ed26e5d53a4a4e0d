import type { ClaimedMessage } from '../queries/claim.ts'
import { paceDomain } from './domain-groups.ts'

/** Who may talk to which provider at the same time, inside this process; `most` says how many conversations a message's provider takes. */
export class Turns {
  readonly #most: (message: ClaimedMessage) => number
  readonly #talking = new Map<string, number>()

  constructor(most: (message: ClaimedMessage) => number = () => Number.POSITIVE_INFINITY) {
    this.#most = most
  }

  /** Takes the first message whose provider has a place free out of the list; the place is taken until `done`. */
  next(waiting: ClaimedMessage[]): ClaimedMessage | undefined {
    const place = waiting.findIndex(message => this.#talkingTo(message) < this.#most(message))
    const [message] = place < 0 ? [] : waiting.splice(place, 1)
    if (message) this.#count(message, 1)
    return message
  }

  done(message: ClaimedMessage): void {
    this.#count(message, -1)
  }

  #talkingTo = ({ address }: ClaimedMessage): number => this.#talking.get(paceDomain(address)) ?? 0

  #count(message: ClaimedMessage, by: number): void {
    this.#talking.set(paceDomain(message.address), this.#talkingTo(message) + by)
  }
}

/** Why a request did not bring a reply: it was not allowed, nobody was reached, or it may have arrived without a reply. */
export type EgressFailure = 'forbidden' | 'unreachable' | 'no_reply'

/** A request to the outside that brought no usable reply; its words reveal nothing about what stands where. */
export class EgressProblem extends Error {
  readonly failure: EgressFailure

  constructor(failure: EgressFailure, words: string, cause?: unknown) {
    super(words, { cause })
    this.name = 'EgressProblem'
    this.failure = failure
  }
}

/** How far the conversation had come: only after the dot can a mail have arrived. */
export type SmtpStage = 'connect' | 'sign_in' | 'before_dot' | 'dot'

/** What a failed conversation means. */
export type SmtpVerdict =
  | 'unreachable'
  | 'busy'
  | 'address_unknown'
  | 'refused'
  | 'sender_refused'
  | 'address_invalid'
  | 'no_reply'

export const UNKNOWN_USER =
  /user unknown|unknown user|no such (user|recipient|mailbox)|mailbox (unavailable|not found)|does not exist|recipient (unknown|not found)/i

/** A conversation with a mail server that did not end with 250. */
export class SmtpProblem extends Error {
  readonly stage: SmtpStage
  /** The server's words; null when it said nothing. */
  readonly reply: string | null
  readonly #command: string

  constructor(stage: SmtpStage, cause: unknown) {
    const error = cause as { message?: string; response?: string; command?: string; code?: string }
    super(error.message ?? 'The mail server did not answer.', { cause })
    this.name = 'SmtpProblem'
    this.stage = error.code === 'EAUTH' ? 'sign_in' : stage
    this.reply = error.response ? error.response.slice(0, 1000) : null
    this.#command = error.code === 'EENVELOPE' && error.command === 'API' ? 'API' : (error.command ?? '')
  }

  /** What this means for the message, its address and its sender (RFC 5321, RFC 3463; cases M1 to M3). */
  get verdict(): SmtpVerdict {
    if (this.#command === 'API') return 'address_invalid'
    const status = Number(this.reply?.match(/^[245]\d\d/)?.[0] ?? 0)
    if (status === 0)
      return this.stage === 'dot' ? 'no_reply' : this.stage === 'sign_in' ? 'sender_refused' : 'unreachable'
    if (status < 500) return 'busy'
    const enhanced = this.reply?.match(/^\d{3}[ -](5\.\d{1,3}\.\d{1,3})/)?.[1]
    if (this.stage === 'connect' || this.stage === 'sign_in' || enhanced?.startsWith('5.7.')) return 'sender_refused'
    if (this.#command === 'MAIL FROM') return 'sender_refused'
    if (enhanced === '5.1.1' || enhanced === '5.1.10') return 'address_unknown'
    if (!enhanced && this.#command === 'RCPT TO' && UNKNOWN_USER.test(this.reply ?? '')) return 'address_unknown'
    return 'refused'
  }
}

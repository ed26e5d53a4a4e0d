import { setImmediate, setTimeout } from 'node:timers/promises'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { HeldBody } from './held-body.ts'
import type { SmtpOptions } from './smtp-options.ts'
import { SmtpProblem } from './smtp-problem.ts'

/** A mail of which the server has everything but the final dot. */
export type HeldMail = {
  /** Sends the dot; the server's reply, or an SmtpProblem of stage `dot`. */
  release: () => Promise<string>
  /** Ends the conversation: nothing was sent. */
  drop: () => void
}

/** A server may think about a whole mail for ten minutes (RFC 5321, 4.5.3.2.6). */
const DOT_SILENCE_MS = 600_000

/** One signed-in connection to a mail server, for one mail at a time. */
export class SmtpSession {
  readonly #connection: SMTPConnection
  mails = 0
  alive = true

  private constructor(connection: SMTPConnection) {
    this.#connection = connection
    connection.on('end', () => {
      this.alive = false
    })
  }

  static async open(options: SmtpOptions): Promise<SmtpSession> {
    const connection = new SMTPConnection(options.connection)
    const session = new SmtpSession(connection)
    await new Promise<void>((resolve, reject) => {
      // Later errors reach whoever waits for the mail; without a listener they would end the process.
      connection.on('error', error => reject(new SmtpProblem('connect', error)))
      connection.connect(error => (error ? reject(new SmtpProblem('connect', error)) : resolve()))
    })
    if (options.auth) await session.#signIn(options.auth)
    return session
  }

  /** Hands over everything of `raw` but the final dot. */
  async hold(envelope: { from: string; to: string }, raw: Buffer): Promise<HeldMail> {
    const body = new HeldBody(raw)
    let stage: 'before_dot' | 'dot' = 'before_dot'
    const answered = new Promise<string>((resolve, reject) => {
      this.#connection.send({ from: envelope.from, to: [envelope.to], size: raw.length }, body, (error, sent) =>
        error || !sent ? reject(new SmtpProblem(stage, error)) : resolve(sent.response),
      )
    })
    answered.catch(() => this.close())
    await Promise.race([body.handedOver, answered])
    await Promise.race([this.#flushed(), answered])
    this.mails += 1
    return {
      release: () => {
        stage = 'dot'
        const socket = this.#connection._socket
        if (socket) socket.setTimeout(DOT_SILENCE_MS)
        body.finish()
        return answered
      },
      drop: () => this.close(),
    }
  }

  /** Gives the connection back to its usual patience, for the next mail. */
  rest(): void {
    const socket = this.#connection._socket
    if (socket) socket.setTimeout(this.#connection.options.socketTimeout ?? DOT_SILENCE_MS)
  }

  close(): void {
    this.alive = false
    this.#connection.close()
  }

  async #signIn(auth: NonNullable<SmtpOptions['auth']>): Promise<void> {
    const connection = this.#connection
    let lost: (error?: Error) => void = () => undefined
    await new Promise<void>((resolve, reject) => {
      // A connection that breaks now forgets whom it would have answered; only these two events tell it.
      lost = error => reject(new SmtpProblem('connect', error ?? new Error('The mail server hung up.')))
      connection.once('error', lost).once('end', lost)
      connection.login(auth, error => (error ? reject(new SmtpProblem('sign_in', error)) : resolve()))
    })
      .catch(error => {
        this.close()
        throw error
      })
      .finally(() => connection.off('error', lost).off('end', lost))
  }

  // A slow server must not get the dot long after the gate: the body has to be out of our hands first.
  async #flushed(): Promise<void> {
    await setImmediate()
    for (let socket = this.#connection._socket; socket && socket.writableLength > 0 && this.alive; ) await setTimeout(5)
  }
}

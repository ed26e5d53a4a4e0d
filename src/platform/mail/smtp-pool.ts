import { type SmtpOptions, smtpOptions } from './smtp-options.ts'
import { SmtpProblem } from './smtp-problem.ts'
import { type HeldMail, SmtpSession } from './smtp-session.ts'

const MAILS_PER_CONNECTION = 200
const IDLE_MS = 10_000

/** Connections that are kept between mails, because opening one costs more than a mail. */
export class SmtpPool {
  readonly #options: SmtpOptions
  #idle: { session: SmtpSession; timer: NodeJS.Timeout }[] = []
  #closed = false

  constructor(url: string, silenceMs?: number) {
    this.#options = smtpOptions(url, silenceMs)
  }

  /** Hands over a mail but its final dot, on a kept connection or a new one. */
  async hold(envelope: { from: string; to: string }, raw: Buffer): Promise<HeldMail> {
    const kept = this.#take()
    if (kept) {
      try {
        return this.#lend(kept, await kept.hold(envelope, raw))
      } catch (problem) {
        // A server may close a kept connection at any time; that says nothing about this mail.
        if (!(problem instanceof SmtpProblem) || problem.verdict !== 'unreachable') throw problem
      }
    }
    const session = await SmtpSession.open(this.#options)
    return this.#lend(session, await session.hold(envelope, raw))
  }

  close(): void {
    this.#closed = true
    for (const { session, timer } of this.#idle.splice(0)) {
      clearTimeout(timer)
      session.close()
    }
  }

  #lend(session: SmtpSession, held: HeldMail): HeldMail {
    return {
      drop: held.drop,
      release: async () => {
        const reply = await held.release()
        this.#giveBack(session)
        return reply
      },
    }
  }

  #take(): SmtpSession | null {
    for (let kept = this.#idle.pop(); kept; kept = this.#idle.pop()) {
      clearTimeout(kept.timer)
      if (kept.session.alive) return kept.session
    }
    return null
  }

  #giveBack(session: SmtpSession): void {
    if (this.#closed || !session.alive || session.mails >= MAILS_PER_CONNECTION) {
      session.close()
      return
    }
    session.rest()
    const timer = setTimeout(() => {
      this.#idle = this.#idle.filter(kept => kept.session !== session)
      session.close()
    }, IDLE_MS)
    timer.unref()
    this.#idle.push({ session, timer })
  }
}

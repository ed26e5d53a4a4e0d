import { z } from 'zod'
import { composeMail, envelopeAddress, SmtpPool, SmtpProblem } from '../platform/mail/index.ts'
import { ChannelProblem, type Outgoing, type SendingChannel } from './channel.ts'

const settings = z.strictObject({
  smtpUrl: z.string().regex(/^smtps?:\/\//),
  /** How long a server may be silent before the final dot, where that is not the usual time. */
  silenceMs: z.number().positive().optional(),
})

/** E-mail over SMTP: handed over completely but for the final dot, which waits for the gate. */
const email: SendingChannel<typeof settings> = {
  way: 'sends',
  name: 'email',
  label: { en: 'E-mail', de: 'E-Mail', fi: 'Sähköposti' },
  lead: {
    en: 'The question stands in the mail; one click chooses, one confirms.',
    de: 'Die Frage steht in der Mail; ein Klick wählt, einer bestätigt.',
    fi: 'Kysymys on viestissä; yksi napsautus valitsee, toinen vahvistaa.',
  },
  settings,
  open: ({ smtpUrl, silenceMs }) => {
    const pool = new SmtpPool(smtpUrl, silenceMs)
    return {
      prepare: message => translated(() => prepare(pool, message)),
      close: () => pool.close(),
    }
  },
}
export default email

async function prepare(pool: SmtpPool, message: Outgoing) {
  if (!message.text.trim() || !message.subject.trim()) throw new ChannelProblem('refused', 'empty message')
  const envelope = { from: envelopeOf(message.returnPath ?? message.from.address), to: envelopeOf(message.to.address) }
  const held = await pool.hold(envelope, await composeMail(message))
  return { release: () => translated(held.release), drop: held.drop }
}

function envelopeOf(address: string): string {
  try {
    return envelopeAddress(address)
  } catch (cause) {
    throw new ChannelProblem('address_invalid', null, cause)
  }
}

const translated = <T>(work: () => Promise<T>): Promise<T> =>
  work().catch(error => {
    throw error instanceof SmtpProblem ? new ChannelProblem(error.verdict, error.reply ?? error.message, error) : error
  })

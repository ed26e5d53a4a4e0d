import { SMTPServer } from 'smtp-server'

/** A mail as the wire had it. */
export type CaughtMail = { from: string; to: string; raw: Buffer }

const MOST_BYTES = 5_000_000

/** A real SMTP server on the loopback that keeps every mail instead of delivering it; `keep` says whether it took it. */
export async function startCatcher(
  keep: (mail: CaughtMail) => Promise<boolean>,
): Promise<{ smtpUrl: string; stop: () => Promise<void> }> {
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    authOptional: true,
    size: MOST_BYTES,
    logger: false,
    disableReverseLookup: true,
    closeTimeout: 500,
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : ''
        const mails = session.envelope.rcptTo.map(to => ({ from, to: to.address, raw: Buffer.concat(chunks) }))
        Promise.all(mails.map(keep)).then(
          kept => (kept.every(Boolean) ? done(null, 'caught') : done(reply(554, 'not a mail of this installation'))),
          () => done(reply(451, 'could not be kept')),
        )
      })
    },
  })
  // A client that goes away in the middle is no reason to end the process.
  server.on('error', () => undefined)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  // The catcher alone keeps no process alive.
  server.server.unref()
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { smtpUrl: `smtp://127.0.0.1:${port}`, stop: () => new Promise(resolve => server.close(() => resolve())) }
}

const reply = (responseCode: number, words: string) => Object.assign(new Error(words), { responseCode })

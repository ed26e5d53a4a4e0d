import { SMTPServer } from 'smtp-server'

type Refused = [number, string] | null

/** A real SMTP server that counts what it accepted by Message-ID; `answer` may refuse a recipient or a mail. */
export async function mailServer(
  answer: {
    recipient?: (address: string) => Refused | Promise<Refused>
    /** The text of a mail begins: its server said that it may. */
    beginning?: () => void
    wait?: () => Promise<void>
    /** Keeps no texts: a hundred thousand of them fill the memory. */
    forgetsTexts?: boolean
  } = {},
) {
  const accepted: { messageId: string; to: string; raw: string }[] = []
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    authOptional: true,
    logger: false,
    disableReverseLookup: true,
    closeTimeout: 50,
    onRcptTo: async (address, _session, done) => {
      const refusal = await answer.recipient?.(address.address)
      done(refusal ? Object.assign(new Error(refusal[1]), { responseCode: refusal[0] }) : null)
    },
    onData: (stream, session, done) => {
      answer.beginning?.()
      let raw = ''
      stream.on('data', (chunk: Buffer) => {
        raw += chunk.toString('latin1')
      })
      stream.on('end', async () => {
        await answer.wait?.()
        const messageId = raw.match(/^Message-ID: <([^>]+)>/im)?.[1] ?? ''
        accepted.push({ messageId, to: session.envelope.rcptTo[0]?.address ?? '', raw: answer.forgetsTexts ? '' : raw })
        done(null, `queued as ${accepted.length}`)
      })
    },
  })
  // A killed client must not end the test.
  server.on('error', () => undefined)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `smtp://127.0.0.1:${port}`,
    accepted,
    stop: () => new Promise<void>(resolve => server.close(() => resolve())),
  }
}

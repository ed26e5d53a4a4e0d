import { createServer, type IncomingMessage } from 'node:http'

/** A request as a provider of texts gets it. */
export type TextRequest = { method: string; url: string; headers: IncomingMessage['headers']; body: string }

/** What a provider does with a request: a status with a body, nothing at all, or hanging up. */
export type TextReply = { status: number; body: string; headers?: Record<string, string> } | 'silence' | 'hang up'

/** A real HTTP server in the place of a provider of texts; `inside` is what the settings must name so that it may be called. */
export async function textServer(answer: (request: TextRequest) => TextReply | Promise<TextReply>) {
  const requests: TextRequest[] = []
  const server = createServer((incoming, reply) => {
    let body = ''
    incoming.on('data', chunk => {
      body += chunk
    })
    incoming.on('end', async () => {
      const request = { method: incoming.method ?? '', url: incoming.url ?? '', headers: incoming.headers, body }
      requests.push(request)
      const said = await answer(request)
      if (said === 'hang up') incoming.socket.destroy()
      else if (said !== 'silence') reply.writeHead(said.status, said.headers).end(said.body)
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    inside: `127.0.0.1:${port}`,
    requests,
    stop: () => {
      server.closeAllConnections()
      return new Promise(resolve => server.close(resolve))
    },
  }
}

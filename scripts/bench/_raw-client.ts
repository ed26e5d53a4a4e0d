// A client that costs as little as possible, because it shares the processors with the server that it measures.
import { connect, type Socket } from 'node:net'

/** What came back: the status, and the head with its fields. */
export type RawReply = { status: number; head: string }

/** One kept connection: sends a request, resolves with the status or with the head of the reply. */
export type Connection = {
  send: (request: Buffer) => Promise<number>
  ask: (request: Buffer) => Promise<RawReply>
  close: () => void
}

/** A POST of a form as bytes. */
export function formRequest(path: string, form: string): Buffer {
  return Buffer.from(
    `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${Buffer.byteLength(form)}\r\n\r\n${form}`,
  )
}

/** Opens a connection that is kept for many requests, one after the other. */
export async function openConnection(port: number): Promise<Connection> {
  const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('error', reject)
  })
  let waiting: { resolve: (reply: RawReply) => void; reject: (error: Error) => void } | null = null
  let got = ''
  const fail = (error: Error) => waiting?.reject(error)
  socket.setEncoding('latin1')
  socket.on('error', fail)
  socket.on('close', () => fail(new Error('connection closed')))
  socket.on('data', (chunk: string) => {
    got += chunk
    const end = got.indexOf('\r\n\r\n')
    if (end < 0) return
    const length = /content-length: (\d+)/i.exec(got.slice(0, end))?.[1]
    const complete = length ? got.length >= end + 4 + Number(length) : got.endsWith('0\r\n\r\n')
    if (!complete) return
    const reply = { status: Number(got.slice(9, 12)), head: got.slice(0, end) }
    got = ''
    const { resolve } = waiting ?? { resolve: () => undefined }
    waiting = null
    resolve(reply)
  })
  const ask = (request: Buffer) =>
    new Promise<RawReply>((resolve, reject) => {
      waiting = { resolve, reject }
      socket.write(request)
    })
  return {
    ask,
    send: request => ask(request).then(({ status }) => status),
    close: () => socket.destroy(),
  }
}

import type { IncomingMessage } from 'node:http'
import type { Context } from 'hono'

/** Largest form that is read; the longest text that is kept needs less. */
export const LARGEST_FORM = 64 * 1024

/** A form takes a moment on the slowest line; who drips it is dropped (case L6). */
const LONGEST_MS = 12_000

/**
 * The body of a form as text; null when it is larger than any form of ours. Read from Node's own stream where there is
 * one: a web stream in between costs more than everything else an answer needs.
 */
export function readBody(c: Context): Promise<string | null> {
  const incoming = (c.env as { incoming?: IncomingMessage } | undefined)?.incoming
  if (Number(c.req.header('content-length') ?? 0) > LARGEST_FORM) return Promise.resolve(null)
  return incoming ? readIncoming(incoming) : readRequest(c)
}

function readIncoming(incoming: IncomingMessage): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    const late = setTimeout(() => incoming.destroy(new Error('the form came too slowly')), LONGEST_MS)
    incoming.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= LARGEST_FORM) chunks.push(chunk)
      else resolve(null)
    })
    incoming.once('end', () => {
      clearTimeout(late)
      resolve(size <= LARGEST_FORM ? Buffer.concat(chunks).toString() : null)
    })
    incoming.once('error', reject)
    incoming.once('close', () => {
      clearTimeout(late)
      reject(new Error('the form was cut off'))
    })
  })
}

async function readRequest(c: Context): Promise<string | null> {
  const body = await c.req.arrayBuffer()
  return body.byteLength <= LARGEST_FORM ? new TextDecoder().decode(body) : null
}

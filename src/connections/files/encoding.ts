import { isUtf8 } from 'node:buffer'

export type Encoding = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be'

/** The encoding that the first bytes show: by byte order mark, else by where zero bytes stand, else by validity. */
export function encodingOf(head: Buffer): { encoding: Encoding; markBytes: number } {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', markBytes: 3 }
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', markBytes: 2 }
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', markBytes: 2 }
  const wide = wideEncoding(head)
  if (wide) return { encoding: wide, markBytes: 0 }
  return { encoding: isUtf8(head.subarray(0, wholeLength(head))) ? 'utf-8' : 'windows-1252', markBytes: 0 }
}

/** Bytes of any encoding as UTF-8; text that turns out not to be UTF-8 further down is read as Windows-1252. */
export async function* toUtf8(
  chunks: AsyncIterable<Buffer>,
  { encoding, markBytes }: { encoding: Encoding; markBytes: number },
  changed: (encoding: Encoding) => void = () => undefined,
): AsyncGenerator<Buffer> {
  let skip = markBytes
  const decode = encoding === 'utf-8' ? utf8Decoder(changed) : textDecoder(encoding)
  for await (const chunk of chunks) {
    const rest = skip > 0 ? chunk.subarray(skip) : chunk
    skip = Math.max(0, skip - chunk.length)
    const text = decode(rest, false)
    if (text.length > 0) yield text
  }
  const last = decode(Buffer.alloc(0), true)
  if (last.length > 0) yield last
}

type Decode = (chunk: Buffer, end: boolean) => Buffer

function textDecoder(encoding: Encoding): Decode {
  const decoder = new TextDecoder(encoding)
  return (chunk, end) => Buffer.from(decoder.decode(chunk, { stream: !end }))
}

function utf8Decoder(changed: (encoding: Encoding) => void): Decode {
  let tail: Buffer = Buffer.alloc(0)
  let fallback: Decode | null = null
  return (chunk, end) => {
    if (fallback) return fallback(chunk, end)
    const bytes = tail.length > 0 ? Buffer.concat([tail, chunk]) : chunk
    const whole = end ? bytes.length : wholeLength(bytes)
    if (isUtf8(bytes.subarray(0, whole))) {
      tail = bytes.subarray(whole)
      return bytes.subarray(0, whole)
    }
    fallback = textDecoder('windows-1252')
    changed('windows-1252')
    return fallback(bytes, end)
  }
}

/** How many bytes at the front hold whole characters; a character cut by the end of a chunk waits for the next. */
function wholeLength(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return bytes.length
    if (byte >= 0xc0) return back < sequenceLength(byte) ? bytes.length - back : bytes.length
  }
  return bytes.length
}

const sequenceLength = (first: number): number => (first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2)

/** Latin text in UTF-16 has a zero in every second byte. */
function wideEncoding(head: Buffer): Encoding | null {
  const looked = Math.min(head.length, 1000) & ~1
  if (looked < 4) return null
  let even = 0
  let odd = 0
  for (let i = 0; i < looked; i += 2) {
    if (head[i] === 0) even += 1
    if (head[i + 1] === 0) odd += 1
  }
  const most = (looked / 2) * 0.7
  if (odd > most && even === 0) return 'utf-16le'
  if (even > most && odd === 0) return 'utf-16be'
  return null
}

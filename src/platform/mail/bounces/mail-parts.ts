/** A mail as far as a report needs it: its headers and the parts of its outermost level, decoded. */
export type MailParts = { headers: [string, string][]; parts: { type: string; text: string }[] }

const MOST_HEADERS = 500
const MOST_PARTS = 100

/**
 * Takes a foreign mail apart in time that grows with its length alone: whoever writes to a bounce address may send anything.
 * Null where there are more parts than a report has.
 */
export function mailParts(raw: Buffer): MailParts | null {
  const [head, body] = split(raw.toString('latin1').replace(/\r\n/g, '\n'))
  const headers = headersOf(head)
  const boundary = headerValue(headers, 'content-type').match(
    /^multipart\/[^;]+;.*?boundary="?([^";\s]{1,200})"?/i,
  )?.[1]
  if (!boundary) return { headers, parts: [partOf(headers, body)] }
  const pieces = `\n${body}`.split(`\n--${boundary}`, MOST_PARTS + 3)
  if (pieces.length > MOST_PARTS + 2) return null
  const own = pieces.slice(1).filter(piece => !piece.startsWith('--'))
  return { headers, parts: own.map(piece => readPart(piece.slice(piece.indexOf('\n') + 1))) }
}

/** The value of the first header of a name. */
export const headerValue = (headers: [string, string][], name: string): string =>
  headers.find(([known]) => known === name)?.[1] ?? ''

function readPart(piece: string): { type: string; text: string } {
  const [head, body] = split(piece)
  return partOf(headersOf(head), body)
}

function split(source: string): [head: string, body: string] {
  if (source.startsWith('\n')) return ['', source.slice(1)]
  const end = source.indexOf('\n\n')
  return end < 0 ? [source, ''] : [source.slice(0, end), source.slice(end + 2)]
}

function headersOf(head: string): [string, string][] {
  const lines = head.slice(0, 200_000).split('\n', MOST_HEADERS * 2)
  const headers: [string, string][] = []
  for (const line of lines) {
    const last = headers.at(-1)
    const colon = line.indexOf(':')
    if (/^[ \t]/.test(line)) {
      if (last && last[1].length < 4000) last[1] += ` ${line.trim()}`
    } else if (colon > 0 && headers.length < MOST_HEADERS) {
      headers.push([line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1, colon + 4000).trim()])
    }
  }
  return headers
}

function partOf(headers: [string, string][], body: string): { type: string; text: string } {
  const type = headerValue(headers, 'content-type').split(';')[0]?.trim().toLowerCase() || 'text/plain'
  const encoding = headerValue(headers, 'content-transfer-encoding').toLowerCase()
  return { type, text: decoded(body.slice(0, 200_000), encoding).toString('utf8') }
}

function decoded(body: string, encoding: string): Buffer {
  if (encoding === 'base64') return Buffer.from(body, 'base64')
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1')
  const joined = body.replace(/=\n/g, '')
  return Buffer.from(
    joined.replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
}

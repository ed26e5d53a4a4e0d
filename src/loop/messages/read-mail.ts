/** A mail of our own composer, taken apart for the inbox page. */
export type ReadMail = { headers: [string, string][]; text: string | null; html: string | null }

/** Reads what composeMail writes: headers with encoded words, parts in quoted-printable or base64. Not a parser for foreign mail. */
export function readMail(raw: Buffer): ReadMail {
  const [headers, body] = split(raw.toString('latin1'))
  const parts = partsOf(headers, body)
  const ofType = (type: string) => parts.find(part => part.type.startsWith(type))?.text ?? null
  return { headers, text: ofType('text/plain'), html: ofType('text/html') }
}

function split(source: string): [[string, string][], string] {
  const end = source.indexOf('\r\n\r\n')
  const head = end < 0 ? source : source.slice(0, end)
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n')
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon), decodeWords(line.slice(colon + 1).trim())]
  })
  return [headers, end < 0 ? '' : source.slice(end + 4)]
}

function partsOf(headers: [string, string][], body: string): { type: string; text: string }[] {
  const value = (name: string) => headers.find(([known]) => known.toLowerCase() === name)?.[1] ?? ''
  const type = value('content-type').toLowerCase()
  const boundary = value('content-type').match(/boundary="?([^";]+)"?/i)?.[1]
  if (boundary) {
    const pieces = body.split(`--${boundary}`).slice(1, -1)
    return pieces.flatMap(piece => partsOf(...split(piece.replace(/^\r\n/, ''))))
  }
  const bytes =
    value('content-transfer-encoding').toLowerCase() === 'base64'
      ? Buffer.from(body, 'base64')
      : Buffer.from(decodeQuoted(body.replace(/=\r\n/g, '')), 'latin1')
  return [{ type: type || 'text/plain', text: bytes.toString('utf8') }]
}

const decodeQuoted = (text: string): string =>
  text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

const decodeWords = (text: string): string =>
  text
    .replace(/(\?=)\s+(=\?)/g, '$1$2')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(word, 'base64').toString('utf8')
        : Buffer.from(decodeQuoted(word.replaceAll('_', ' ')), 'latin1').toString('utf8'),
    )

import { Refusal } from '../../vocabulary/index.ts'

const LONGEST_HEAD = 16 * 1024

/** The file in a request: the body itself, or the first part with a file name of a form. */
export function fileContent(body: AsyncIterable<Uint8Array>, type: string): AsyncIterable<Uint8Array> {
  if (!/^multipart\/form-data/i.test(type)) return body
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1]
  if (!boundary) throw new Refusal('file_missing')
  return firstFile(body, Buffer.from(`--${boundary}`))
}

/** Bytes of the first file part; parts before it are passed over, what follows is not read. */
async function* firstFile(body: AsyncIterable<Uint8Array>, mark: Buffer): AsyncGenerator<Uint8Array> {
  const end = Buffer.concat([Buffer.from('\r\n'), mark])
  let held: Buffer = Buffer.alloc(0)
  let inside = false
  for await (const chunk of body) {
    held = held.length > 0 ? Buffer.concat([held, chunk]) : Buffer.from(chunk)
    if (!inside) {
      const start = startOfFile(held, mark)
      if (start === null) continue
      held = held.subarray(start)
      inside = true
    }
    const at = held.indexOf(end)
    if (at >= 0) {
      if (at > 0) yield held.subarray(0, at)
      return
    }
    const sure = held.length - end.length
    if (sure > 0) {
      yield held.subarray(0, sure)
      held = held.subarray(sure)
    }
  }
  throw new Refusal('file_missing')
}

/** Where the content of the first part with a file name begins; null while it has not come. */
function startOfFile(bytes: Buffer, mark: Buffer): number | null {
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + mark.length)) {
    const blank = bytes.indexOf('\r\n\r\n', at)
    if (blank < 0) {
      if (bytes.length - at > LONGEST_HEAD) throw new Refusal('file_missing')
      return null
    }
    if (/filename\*?=/i.test(bytes.toString('latin1', at, blank))) return blank + 4
  }
  return null
}

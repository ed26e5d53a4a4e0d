import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
}
const PACKED = new Set(['.html', '.js', '.css', '.svg', '.json', '.webmanifest', '.txt'])

type Bytes = Uint8Array<ArrayBuffer>
type Stored = { type: string; etag: string; plain: Bytes; br?: Bytes; gzip?: Bytes }

/** Files of one folder, read and compressed once at their first use. */
export function staticFiles(folder: string) {
  const known = new Map<string, Promise<Stored | null>>()
  const stored = (name: string) => {
    const found = known.get(name) ?? load(folder, name)
    known.set(name, found)
    // A name that is no file is not remembered: strangers may ask for any number of them.
    return found.then(file => {
      if (!file) known.delete(name)
      return file
    })
  }
  /** The reply with the file at `path`, or null where there is none. */
  return async (path: string, request: Request, headers: Record<string, string>): Promise<Response | null> => {
    const name = normalize(path).replace(/^[/\\]+/, '')
    if (name.split(sep).includes('..') || name.includes('\0')) return null
    const file = await stored(name)
    return file && reply(file, request, headers)
  }
}

function reply(file: Stored, request: Request, headers: Record<string, string>): Response {
  const sent = new Headers({ ...headers, 'content-type': file.type, etag: file.etag, vary: 'accept-encoding' })
  if (request.headers.get('if-none-match') === file.etag) return new Response(null, { status: 304, headers: sent })
  const accepted = request.headers.get('accept-encoding') ?? ''
  const packing = file.br && /\bbr\b/.test(accepted) ? 'br' : file.gzip && /\bgzip\b/.test(accepted) ? 'gzip' : null
  if (packing) sent.set('content-encoding', packing)
  return new Response(packing ? file[packing] : file.plain, { headers: sent })
}

async function load(folder: string, name: string): Promise<Stored | null> {
  const plain = await readFile(join(folder, name)).catch(() => null)
  if (!plain) return null
  const kind = extname(name)
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
  const file = { type: TYPES[kind] ?? 'application/octet-stream', etag, plain: new Uint8Array(plain) }
  if (!PACKED.has(kind)) return file
  const [br, packed] = await Promise.all([promisify(brotliCompress)(plain), promisify(gzip)(plain)])
  return { ...file, br: new Uint8Array(br), gzip: new Uint8Array(packed) }
}

import { deflateSync } from 'node:zlib'
import { encodeQR } from 'qr'

/** The dark and light squares of a code, with the quiet margin of four that readers need; a quarter may be dirty. */
export const squaresOf = (address: string): boolean[][] => encodeQR(address, 'raw', { ecc: 'quartile', border: 4 })

/** One path over all dark squares, a unit each. */
export const pathOf = (squares: boolean[][]): string =>
  squares.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('')

/** The code as a drawing that stays sharp at any size. */
export function codeSvg(address: string, title: string): string {
  const squares = squaresOf(address)
  const size = squares.length
  const text = title.replace(/[&<>]/g, sign => `&#${sign.charCodeAt(0)};`)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" role="img" shape-rendering="crispEdges"><title>${text}</title><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${pathOf(squares)}"/></svg>`
}

const SIDE = 1200

/** The code as a picture of about 1,200 pixels a side, one bit each. */
export function codePng(address: string): Buffer {
  const squares = squaresOf(address)
  const scale = Math.ceil(SIDE / squares.length)
  const side = squares.length * scale
  const rowBytes = Math.ceil(side / 8)
  const pixels = Buffer.alloc(side * (rowBytes + 1), 0xff)
  for (let y = 0; y < side; y++) {
    pixels[y * (rowBytes + 1)] = 0
    const row = squares[Math.floor(y / scale)] ?? []
    for (let x = 0; x < side; x++) if (row[Math.floor(x / scale)]) darken(pixels, y * (rowBytes + 1) + 1 + (x >> 3), x)
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head[8] = 1
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const darken = (pixels: Buffer, at: number, x: number) => {
  pixels[at] = (pixels[at] ?? 0) & ~(0x80 >> (x & 7))
}

function chunk(kind: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), content])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(content.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc(body), body.length + 4)
  return framed
}

/** The check sum that PNG asks for. */
function crc(bytes: Buffer): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  }
  return (sum ^ 0xffffffff) >>> 0
}

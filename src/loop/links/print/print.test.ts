import { inflateSync } from 'node:zlib'
import decodeQR from 'qr/decode.js'
import { describe, expect, test } from 'vitest'
import { CUSTOMER_LANGUAGES, say } from '../../../languages/index.ts'
import { codePng, codeSvg, squaresOf } from './code.ts'
import { inVisualOrder, linesOf } from './lines.ts'
import { CARDS, printSheet, type SheetTexts } from './sheet.ts'

const ADDRESS = 'https://feedback.example.com/o/abcdefghjk'
const texts: SheetTexts = {
  language: 'de',
  company: 'Nordwind',
  question: 'Wie wahrscheinlich ist es, dass Sie Nordwind einem Freund oder Kollegen weiterempfehlen?',
  howTo: 'Richten Sie die Kamera Ihres Telefons auf den Code.',
  orType: 'Oder geben Sie feedback.example.com/o/abcde-fghjk ein',
  address: ADDRESS,
  alternative: 'QR-Code',
}

/** What a reader sees: each square as four by four pixels. */
function read(squares: boolean[][]): string {
  const scale = 4
  const side = squares.length * scale
  const data = new Uint8Array(side * side * 3)
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const isDark = squares[Math.floor(y / scale)]?.[Math.floor(x / scale)]
      data.fill(isDark ? 0 : 255, (y * side + x) * 3, (y * side + x) * 3 + 3)
    }
  }
  return decodeQR({ width: side, height: side, data })
}

/** The squares that a path of unit squares darkens. */
function squaresInPath(path: string, size: number): boolean[][] {
  const squares = Array.from({ length: size }, () => Array<boolean>(size).fill(false))
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) (squares[Number(y)] ?? [])[Number(x)] = true
  return squares
}

describe('a code', () => {
  test('is read back as its address from the drawing', () => {
    const svg = codeSvg(ADDRESS, 'Tom & <Jerry>')
    const [, path = ''] = /<path d="([^"]+)"/.exec(svg) ?? []
    expect(read(squaresInPath(path, squaresOf(ADDRESS).length))).toBe(ADDRESS)
    expect(svg).not.toContain('<Jerry>')
  })

  test('is read back from the picture, even with a stain on it', () => {
    const png = codePng(ADDRESS)
    const side = png.readUInt32BE(16)
    const at = png.indexOf('IDAT')
    const pixels = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)))
    const rowBytes = Math.ceil(side / 8) + 1
    const size = squaresOf(ADDRESS).length
    const scale = side / size
    const squares = Array.from({ length: size }, (_, y) =>
      Array.from({ length: size }, (_, x) => {
        const [px, py] = [Math.floor((x + 0.5) * scale), Math.floor((y + 0.5) * scale)]
        const bit = ((pixels[py * rowBytes + 1 + (px >> 3)] ?? 0) >> (7 - (px & 7))) & 1
        const isStain = x >= 16 && x < 20 && y >= 16 && y < 20
        return bit === 0 || isStain
      }),
    )
    expect(read(squares)).toBe(ADDRESS)
  })
})

describe('a sheet', () => {
  test.each(CARDS)('with %i cards is one page of A4, tagged, in its language, with the code on each', async cards => {
    const sheet = (await printSheet(texts, cards)).toString('latin1')
    expect(sheet.startsWith('%PDF-1.7')).toBe(true)
    expect(sheet.match(/\/Type \/Page\b/g)).toHaveLength(1)
    expect(sheet).toContain('/MediaBox [0 0 595.28 841.89]')
    expect(sheet).toMatch(/\/Marked true/)
    expect(sheet).toMatch(/\/Lang \(de\)/)
    expect(sheet.match(/\/S \/Figure/g)).toHaveLength(cards)
    expect(sheet.match(/\/S \/H1/g)).toHaveLength(cards)
  })

  test.each(CUSTOMER_LANGUAGES)('has the letters of the standard question in %s', async language => {
    const question = say(language, 'surveys.standard.question', { company: 'Nordwind' })
    expect((await printSheet({ ...texts, language, question }, 1)).length).toBeGreaterThan(5000)
  })

  test('says which letter it has not', async () => {
    const sheet = async () => printSheet({ ...texts, question: 'हमें सुझाएँगे?' }, 1)
    await expect(sheet()).rejects.toMatchObject({ code: 'sheet_letters_missing', facts: { letter: 'ह' } })
  })
})

describe('lines', () => {
  const six = (line: string) => line.length <= 6

  test('end where the language allows: between words, and in Japanese and Chinese not before a closing sign', () => {
    expect(linesOf('uno due tre', 'it', six)).toEqual(['uno', 'due', 'tre'])
    const lines = linesOf('友人に「商品」を、勧めますか？', 'ja', six)
    expect(lines.length).toBeGreaterThan(1)
    expect(lines.join('')).toBe('友人に「商品」を、勧めますか？')
    for (const line of lines) expect(line).not.toMatch(/^[」、？]|「$/)
  })

  test('keep a name and an address readable among Arabic words, which run from right to left', () => {
    expect(inVisualOrder('أو اكتب a.example/o/x-y', 'ar')).toBe('a.example/o/x-y اكتب أو')
    expect(inVisualOrder('عن Nordwind Software (برمن).', 'ar')).toBe('.(برمن) Nordwind Software عن')
    expect(inVisualOrder('About شركة النور, 2 shops', 'en')).toBe('About النور شركة, 2 shops')
  })
})

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { create, type Font, type Glyph, type GlyphPosition } from 'fontkit'
import { Refusal } from '../../../vocabulary/index.ts'

/** A letter as an outline: where it stands from the one before, how far the next one stands, and how much it lacks in strength. */
export type Outline = { svg: string; x: number; y: number; advance: number; stroke: number; unitsPerEm: number }

const findFile = createRequire(import.meta.url)

/** A typeface comes in files of some letters each; `unicode.json` says which file has which. */
type Typeface = { name: string; folder: string; ranges: { file: string; from: number; to: number }[] }

const typefaces = new Map<string, Typeface>()
const fonts = new Map<string, Font>()

function typefaceOf(name: string): Typeface {
  const known = typefaces.get(name)
  if (known) return known
  const list = findFile.resolve(`@fontsource-variable/${name}/unicode.json`)
  const letters: Record<string, string> = JSON.parse(readFileSync(list, 'utf8'))
  const ranges = Object.entries(letters).flatMap(([subset, text]) =>
    Array.from(text.matchAll(/U\+([0-9a-f]+)(?:-([0-9a-f]+))?/gi), ([, from = '', to = from]) => ({
      file: `${name}-${subset.replace(/[[\]]/g, '')}-wght-normal.woff2`,
      from: Number.parseInt(from, 16),
      to: Number.parseInt(to, 16),
    })),
  )
  const typeface = { name, folder: join(dirname(list), 'files'), ranges }
  typefaces.set(name, typeface)
  return typeface
}

/** Chinese and Japanese share numbers for letters that they draw differently, so the language says who is asked first. */
const typefacesFor = (language: string): Typeface[] => {
  const east = ['noto-sans-jp', 'noto-sans-sc']
  return ['inter', 'noto-sans-arabic', ...(language === 'zh' ? east.reverse() : east)].map(typefaceOf)
}

function fontOf(letter: string, language: string): Font {
  const code = letter.codePointAt(0) ?? 0
  for (const { folder, ranges } of typefacesFor(language)) {
    for (const { file } of ranges.filter(({ from, to }) => from <= code && code <= to)) {
      const font = fonts.get(file) ?? (create(readFileSync(join(folder, file))) as Font)
      fonts.set(file, font)
      if (font.hasGlyphForCodePoint(code)) return font
    }
  }
  throw new Refusal('sheet_letters_missing', { letter })
}

/** Windows-1252: what the letters that every PDF reader brings along can show. */
const PLAIN = /^[\u0020-\u007e\u00a0-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]*$/

/** Whether a text can be set in letters that the reader brings along. */
export const isPlain = (text: string): boolean => PLAIN.test(text)

/** Arabic letters join: a run of them is shaped as one, and comes back from left to right. */
const JOINED = /(?:(?!\p{N})[\p{scx=Arabic}\p{M}])+|./gsu

/** The outlines of a text from left to right; refuses one with letters that we do not carry. */
export function outlinesOf(text: string, language: string): Outline[] {
  return (text.match(JOINED) ?? []).flatMap(letters => {
    const font = fontOf(letters, language)
    const { glyphs, positions } = font.layout(letters)
    return glyphs.map((glyph, i) => outlineOf(font, glyph, positions[i]))
  })
}

const STRENGTH = 620

/** The files hold the weight a typeface begins with, thin or regular: a line around each letter makes them equally strong. */
function outlineOf(font: Font, glyph: Glyph, at: GlyphPosition | undefined): Outline {
  const weight = font.variationAxes.wght?.default ?? 400
  return {
    svg: glyph.path.toSVG(),
    x: at?.xOffset ?? 0,
    y: at?.yOffset ?? 0,
    advance: at?.xAdvance ?? glyph.advanceWidth,
    stroke: ((STRENGTH - weight) / 9000) * font.unitsPerEm,
    unitsPerEm: font.unitsPerEm,
  }
}

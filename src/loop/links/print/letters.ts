import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create, type Font } from 'fontkit'
import { Refusal } from '../../../vocabulary/index.ts'

/** A letter as an outline, and how far the next one stands, in thousandths of the size. */
type Outline = { svg: string; advance: number; unitsPerEm: number }

const SUBSETS = ['latin', 'latin-ext', 'greek', 'cyrillic', 'cyrillic-ext', 'vietnamese'] as const

const findFile = createRequire(import.meta.url)
const fonts = new Map<string, Font>()

function fontOf(subset: string): Font {
  const known = fonts.get(subset)
  if (known) return known
  const file = findFile.resolve(`@fontsource-variable/inter/files/inter-${subset}-wght-normal.woff2`)
  const font = create(readFileSync(file)) as Font
  fonts.set(subset, font)
  return font
}

/** Windows-1252: what the letters that every PDF reader brings along can show. */
const PLAIN = /^[\u0020-\u007e\u00a0-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]*$/

/** Whether a text can be set in letters that the reader brings along. */
export const isPlain = (text: string): boolean => PLAIN.test(text)

/** The outlines of a text; refuses one with letters that we do not carry (Chinese, Japanese, Arabic). */
export function outlinesOf(text: string): Outline[] {
  return Array.from(text, letter => {
    for (const subset of SUBSETS) {
      const font = fontOf(subset)
      const [glyph] = font.glyphsForString(letter)
      if (glyph && glyph.id !== 0)
        return { svg: glyph.path.toSVG(), advance: glyph.advanceWidth, unitsPerEm: font.unitsPerEm }
    }
    throw new Refusal('sheet_letters_missing', { letter })
  })
}

import { expect, test } from 'vitest'
import { cleanComment } from './clean-comment.ts'

test.each([
  ['NUL and other control characters go', 'a\u0000b\u0007c\u009Fd', 'abcd'],
  ['tabs and line breaks stay, of one kind', 'a\tb\r\nc\rd', 'a\tb\nc\nd'],
  ['towers of line breaks become one empty line', `a${'\n'.repeat(100_000)}b`, 'a\n\nb'],
  ['a lone surrogate becomes the replacement character', 'a\uD800b', 'a\uFFFDb'],
  ['letters are composed', 'a\u0308', 'ä'],
  ['letters are composed once nothing stands between them', 'a\u0000\u0308', 'ä'],
  ['families of emoji stay together', '👨‍👩‍👧', '👨‍👩‍👧'],
  ['hidden tag characters go', 'ok\u{E0049}\u{E0067}', 'ok'],
  ['markup stays the text that it is', '<script>alert(1)</script>', '<script>alert(1)</script>'],
  ['a bidi override stays in the text; views isolate it', '\u202Eabc', '\u202Eabc'],
  ['only white space is nothing', ' \n\t ', null],
])('%s', (_, given, kept) => {
  expect(cleanComment(given).text).toBe(kept)
})

test('a tower of marks is cut to eight', () => {
  expect(cleanComment(`Z${'\u0335'.repeat(4000)}`).text).toBe(`Z${'\u0335'.repeat(8)}`)
})

test('5,000 code points are kept, never half of one', () => {
  const { text, shortened } = cleanComment('😀'.repeat(5001))
  expect(shortened).toBe(true)
  expect(Array.from(text ?? '')).toHaveLength(5000)
  expect(text?.endsWith('😀')).toBe(true)
})

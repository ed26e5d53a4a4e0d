import { expect, test } from 'vitest'
import { pagePattern } from './page-pattern.ts'

const SHOES = 'https://shop.example/shop/shoes?size=40#top'

test.each([
  [[], SHOES, true],
  [['/shop/*'], SHOES, true],
  [['/shop'], SHOES, false],
  [['/shop/shoes'], SHOES, true],
  [['/blog/*', '/shop/*'], SHOES, true],
  [['/blog/*'], 'https://shop.example/shop?back=/blog/1', false],
  [['*/shoes'], SHOES, true],
  [['*/shoes'], 'https://shop.example/?back=/shoes', false],
  [['/a.b'], 'https://shop.example/axb', false],
  [['https://shop.example/*'], SHOES, true],
  [['https://shop.example/*'], 'https://other.example/shop/shoes', false],
] as const)('pages %j are wanted at %s: %s', (pages, address, isWanted) => {
  expect(new RegExp(pagePattern(pages)).test(address)).toBe(isWanted)
})

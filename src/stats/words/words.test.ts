import { expect, test } from 'vitest'
import { keyness, keyWords, logOdds, themeImpacts } from './index.ts'

test('key words are the same for either pile, with the side turned round', () => {
  const there = keyness({ target: 30, reference: 10, targetTotal: 400, referenceTotal: 300 })
  const back = keyness({ target: 10, reference: 30, targetTotal: 300, referenceTotal: 400 })
  expect(back?.g2).toBeCloseTo(there?.g2 ?? Number.NaN, 9)
  expect(back?.logRatio).toBeCloseTo(-(there?.logRatio ?? Number.NaN), 9)
})

test('a word that stands nowhere or everywhere is no key word', () => {
  expect(keyness({ target: 0, reference: 0, targetTotal: 10, referenceTotal: 10 })).toBeNull()
  expect(keyness({ target: 10, reference: 10, targetTotal: 10, referenceTotal: 10 })).toBeNull()
  expect(() => keyness({ target: 11, reference: 0, targetTotal: 10, referenceTotal: 10 })).toThrow(/between 0/)
})

test('the list leaves out rare words, corrects for all it looked at and puts the strongest first', () => {
  const words = [
    { word: 'price', target: 5, reference: 40 },
    { word: 'fast', target: 60, reference: 10 },
    { word: 'once', target: 1, reference: 0 },
  ]
  const found = keyWords(words, { target: 200, reference: 200 })
  expect(found.map(key => [key.word, key.side])).toEqual([
    ['fast', 'target'],
    ['price', 'reference'],
  ])
  for (const { p, q } of found) expect(q).toBeGreaterThanOrEqual(p)
})

test('with a prior a word said once does not top the list', () => {
  const [once, often] = logOdds([1, 60, 300], [0, 20, 300], [0.05, 1, 8])
  expect(once?.z).toBeLessThan(often?.z ?? 0)
})

test('the impact of a theme is the NPS of all minus the NPS without it', () => {
  const whole = { promoters: 50, passives: 30, detractors: 20 }
  const [theme, silent] = themeImpacts(
    [
      { key: 'price', tally: { promoters: 2, passives: 4, detractors: 14 } },
      { key: 'nobody', tally: { promoters: 0, passives: 0, detractors: 0 } },
    ],
    whole,
  )
  expect(theme?.impact).toBeCloseTo(0.3 - 42 / 80, 12)
  expect(theme?.upper).toBeLessThan(0)
  expect(theme?.lower).toBeLessThanOrEqual(theme?.impact ?? 0)
  expect(silent).toMatchObject({ n: 0, impact: null, p: null, q: null })
})

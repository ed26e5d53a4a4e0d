import { describe, expect, test } from 'vitest'
import { asksToStop, smsLength } from './sms.ts'

describe('the length of a text', () => {
  test.each([
    ['', 'GSM-7', 0, 1, 160],
    ['a'.repeat(160), 'GSM-7', 160, 1, 0],
    ['a'.repeat(161), 'GSM-7', 161, 2, 145],
    ['a'.repeat(306), 'GSM-7', 306, 2, 0],
    ['a'.repeat(307), 'GSM-7', 307, 3, 152],
    ['ä€ß', 'GSM-7', 4, 1, 156],
    ['€'.repeat(80), 'GSM-7', 160, 1, 0],
    // The euro takes two septets and is not cut: the first part stays one short.
    [`${'a'.repeat(152)}€${'a'.repeat(20)}`, 'GSM-7', 174, 2, 131],
    ['ç', 'UCS-2', 1, 1, 69],
    ['å'.repeat(70), 'GSM-7', 70, 1, 90],
    ['я'.repeat(70), 'UCS-2', 70, 1, 0],
    ['я'.repeat(71), 'UCS-2', 71, 2, 63],
    ['я'.repeat(135), 'UCS-2', 135, 3, 66],
    ['😀'.repeat(35), 'UCS-2', 70, 1, 0],
    // 33 pairs fill 66 of 67 units; the 34th begins the next part whole.
    ['😀'.repeat(67), 'UCS-2', 134, 3, 65],
  ] as const)('%j is %s, %i units, %i segments, %i left', (text, encoding, units, segments, left) =>
    expect(smsLength(text)).toMatchObject({ encoding, units, segments, left }),
  )

  test('names the sign that makes a text dearer', () => {
    expect(smsLength('Grüße’').beyondGsm).toBe('’')
    expect(smsLength('Grüße').beyondGsm).toBeNull()
  })
})

describe('a wish to be left alone', () => {
  test.each([
    'STOP',
    ' stop. ',
    'Stopp',
    'STOPPA',
    'arrêt',
    'ARRET',
    'Lopeta!',
    'Please stop',
    'opt out',
    'СТОП',
    'ΣΤΟΠ',
    '退订',
    'إيقاف',
    'iptal',
    'Bitte abmelden',
  ])('%j ends it', text => expect(asksToStop(text)).toBe(true))
  test.each(['9', 'The bus stop is far away from your shop', 'Ende gut, alles gut', 'Cancel my order 12', ''])(
    '%j does not',
    text => expect(asksToStop(text)).toBe(false),
  )
})

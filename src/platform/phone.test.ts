import { expect, test } from 'vitest'
import { phoneNumber, textNumber } from './phone.ts'

test.each([
  ['0151 12345678', 'DE', '+4915112345678'],
  ['+49 (151) 123-456-78', null, '+4915112345678'],
  ['0049 151 12345678', 'FI', '+4915112345678'],
  ['040 1234567', 'FI', '+358401234567'],
  ['(212) 555-2368', 'US', '+12125552368'],
  ['0151 12345678', null, null],
  ['12', 'DE', null],
  ['call me', 'DE', null],
  ['+49 151 12345678; +49 151 12345679', null, null],
  [null, 'DE', null],
])('%j in %s is %s', (text, country, number) => expect(phoneNumber(text, country)).toBe(number))

test.each([
  ['0151 12345678', 'DE', '+4915112345678'],
  ['call me', 'DE', 'call me'],
])('texts for %j in %s go to %s', (text, country, number) => expect(textNumber(text, country)).toBe(number))

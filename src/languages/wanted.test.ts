import { describe, expect, test } from 'vitest'
import { customerLanguageOf, languageOf } from './index.ts'
import { wantedLanguages } from './wanted.ts'

describe('the language that somebody wants', () => {
  test.each([
    ['fi-FI, de;q=0.8', 'fi'],
    ['nb-NO,nb;q=0.9,en;q=0.8', 'no'],
    ['nn', 'no'],
    ['pt-BR', 'pt'],
    ['zh-Hant-TW', 'zh'],
    ['deu', 'de'],
    ['swe', 'sv'],
    ['ar-EG', 'ar'],
    ['el_GR.UTF-8', 'el'],
    ['fil-PH', 'en'],
    ['xx, uk', 'uk'],
    ['', 'en'],
    [null, 'en'],
  ])('%s is %s', (wish, language) => {
    expect(customerLanguageOf(wish)).toBe(language)
  })

  test('of a team that reads three is the first of these', () => {
    expect(languageOf('sv-SE, de;q=0.5')).toBe('de')
    expect(languageOf('sv', 'fi')).toBe('fi')
  })

  test('of a survey is the first that the survey has', () => {
    expect(wantedLanguages(['de', 'en', 'no'], 'sv-SE, nb, en;q=0.7, en-GB')).toEqual(['no', 'en'])
    expect(wantedLanguages(['de'], 'sv')).toEqual([])
  })
})

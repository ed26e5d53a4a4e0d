import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { CUSTOMER_LANGUAGES, directionOf, say } from '../src/languages/index.ts'
import { standardWording } from '../src/loop/surveys/standard-wording.ts'
import { surveyMail } from '../src/respondent/mail/survey-mail.ts'
import { openingPage } from '../src/respondent/pages/opening-page.ts'
import { OPENINGS } from '../src/vocabulary/index.ts'

const company = 'Nordwind Software'

describe.each(CUSTOMER_LANGUAGES)('a survey in %s', language => {
  const frame = {
    language,
    languages: CUSTOMER_LANGUAGES,
    company,
    address: '/r/AAAAAAAAAAAAAAAAAAAAAA',
    stopAddress: '/u/B',
  }
  const way = directionOf(language) === 'rtl' ? ' dir="rtl"' : ''

  test.each(OPENINGS)('opens with %s on a page of at most 14 kB, packed, with every language to switch to', opening => {
    const { question, lowEnd, highEnd } = standardWording(language, { company, opening })
    const page = openingPage({ ...frame, opening, question, lowEnd, highEnd, value: null, nonce: 'x'.repeat(60) })
    expect(page).toContain(`<html lang="${language}"${way}>`)
    expect(page).toContain(say(language, 'respondent.send'))
    expect(gzipSync(page, { level: 1 }).length).toBeLessThan(14 * 1024)
  })

  test('is asked for in a mail of that language and direction, with the right to object in it', () => {
    const wording = standardWording(language, { company })
    const mail = surveyMail({
      ...{ language, company, name: null, wording, opening: 'nps', imprint: 'Hafenstraße 1' },
      ...{ link: 'https://ask.example/r/A', stopLink: 'https://ask.example/u/B' },
    })
    expect(mail.html).toMatch(new RegExp(`<html lang="${language}"${way}`))
    expect(mail.text).toContain(say(language, 'messages.mail.objection', { link: 'https://ask.example/u/B' }))
    expect(Buffer.byteLength(mail.html)).toBeLessThan(100_000)
  })
})

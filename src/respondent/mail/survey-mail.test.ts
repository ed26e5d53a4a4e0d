import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type CustomerLanguage, LANGUAGES, say } from '../../languages/index.ts'
import { packageRoot } from '../../platform/package-root.ts'
import { Wording } from '../../vocabulary/index.ts'
import { fillIn, unknownPlaceholders } from '../fill-in.ts'
import { personalMail } from './personal-mail.ts'
import { type SurveyMail, surveyMail } from './survey-mail.ts'

const company = 'Nordwind Software'

function wordingIn(language: CustomerLanguage): Wording {
  const t = (key: 'question' | 'lowEnd' | 'highEnd' | 'mailSubject' | 'mailIntro') =>
    say(language, `surveys.standard.${key}`, { company })
  const group = { promoter: '…', passive: '…', detractor: '…' }
  const mail = { mailSubject: t('mailSubject'), mailIntro: t('mailIntro') }
  return Wording.parse({
    question: t('question'),
    lowEnd: t('lowEnd'),
    highEnd: t('highEnd'),
    followUp: group,
    thanks: group,
    ...mail,
  })
}

const mailIn = (language: CustomerLanguage): SurveyMail => ({
  language,
  company,
  name: 'Anna Meier',
  wording: wordingIn(language),
  link: 'https://echolot.example/r/AAAAAAAAAAAAAAAAAAAAAA',
  stopLink: 'https://echolot.example/u/BBBBBBBBBBBBBBBBBBBBBB',
  imprint: 'Nordwind Software GmbH\nHafenstraße 1, 20457 Hamburg',
})

/** Compares with the committed file; `UPDATE_GOLDEN=1` writes it anew, so that review sees the consequence. */
function expectGolden(name: string, text: string) {
  const path = join(packageRoot, 'test/golden-mail', name)
  if (process.env.UPDATE_GOLDEN || !existsSync(path)) writeFileSync(path, text)
  expect(text).toBe(readFileSync(path, 'utf8'))
}

describe('the mail that asks', () => {
  test.each(LANGUAGES)('looks as committed in %s', language => {
    const mail = surveyMail(mailIn(language))
    expectGolden(`survey-${language}.html`, mail.html)
    expectGolden(`survey-${language}.txt`, `${mail.subject}\n\n${mail.text}`)
  })

  test('has eleven links that only choose, the right to object, the imprint, and nothing to load', () => {
    const { html, text } = surveyMail(mailIn('de'))
    for (let score = 0; score <= 10; score++) expect(html).toContain(`?score=${score}"`)
    expect(html).toContain('ohne dass hierfür andere als die Übermittlungskosten nach den Basistarifen entstehen')
    expect(text).toContain('ohne dass hierfür andere als die Übermittlungskosten nach den Basistarifen entstehen')
    expect(text).toContain('Hafenstraße 1')
    expect(html).not.toMatch(/<img|<script|src=|url\(|@import/)
  })

  test('the link for machines is met by no screen reader', () => {
    expect(surveyMail(mailIn('en')).html).toMatch(
      /<a href="[^"]+\/h" tabindex="-1" aria-hidden="true"[^>]+display:none/,
    )
  })

  test('hostile names and wordings stay text', () => {
    const hostile = '<script>alert(1)</script>"onmouseover="x'
    const wording = { ...wordingIn('en'), question: `${hostile}{{company}}`, mailIntro: hostile }
    const { html } = surveyMail({ ...mailIn('en'), name: hostile, company: hostile, wording, imprint: hostile })
    expect(html).not.toContain('<script')
    expect(html).not.toContain('"onmouseover')
  })

  test('a personal reply asks for nothing', () => {
    const mail = personalMail({
      language: 'en',
      company,
      subject: 'Your feedback',
      body: 'Dear Anna,\n\nthank you.\nJonas',
      imprint: null,
      site: 'https://feedback.example.com',
    })
    expect(mail.html).not.toContain('<a ')
    expect(mail.text).toContain('thank you.\nJonas')
  })

  test('has an address of ours that stands alone as a link, and no other', () => {
    const body = 'Confirm:\n\nhttps://feedback.example.com/c/abc\n\nhttps://elsewhere.example/c/abc'
    const about = { language: 'en', company, subject: 'Confirm', body, imprint: null } as const
    const { html } = personalMail({ ...about, site: 'https://feedback.example.com' })
    expect(html.match(/<a [^>]*href="[^"]*"/g)).toEqual([expect.stringContaining('feedback.example.com/c/abc')])
  })
})

describe('placeholders', () => {
  const values = { company: 'A {{first_name}} & B', first_name: 'Anna' }
  test('are filled once, flatly, and unknown ones become empty', () => {
    expect(fillIn('{{company}} / {{ first_name }}', values)).toBe('A {{first_name}} & B / Anna')
    for (const payload of [
      "{{constructor.constructor('return process')()}}",
      '{{__proto__}}',
      '{{constructor}}',
      '{{env.HOME}}',
      '{{#each x}}',
      '{{{company}}',
      `$\{process.env.HOME}`,
      '<%= 7*7 %>',
      '#{7*7}',
      '{{toString}}',
    ])
      expect(fillIn(payload, values)).not.toMatch(/function|native|\/root|\/home|49/)
    expect(fillIn('x{{__proto__}}{{toString}}y', values)).toBe('xy')
  })
  test('a very long value is no trouble', () => {
    expect(fillIn('{{first_name}}', { company: '', first_name: 'x'.repeat(1_000_000) })).toHaveLength(1_000_000)
    expect(fillIn('{{'.repeat(200_000), values)).toHaveLength(400_000)
  })
  test('the editor learns which names nothing will fill', () => {
    expect(unknownPlaceholders('{{company}} {{surname}} {{x.y}}')).toEqual(['surname', 'x.y'])
  })
})

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CustomerLanguage, say } from '../../src/languages/index.ts'
import { packageRoot } from '../../src/platform/package-root.ts'
import { personalMail } from '../../src/respondent/mail/personal-mail.ts'
import { surveyMail } from '../../src/respondent/mail/survey-mail.ts'
import { type Opening, Wording } from '../../src/vocabulary/index.ts'
import { openBrowser } from '../harness/browser.ts'

const SHOTS = join(packageRoot, 'test/screenshots/mails')
const LONG = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenherstellerverband'

const wordingIn = (language: CustomerLanguage, change: object = {}) => {
  const t = (key: 'question' | 'lowEnd' | 'highEnd' | 'mailSubject' | 'mailIntro') =>
    say(language, `surveys.standard.${key}`, { company: 'Nordwind' })
  const group = { promoter: '…', passive: '…', detractor: '…' }
  const { question, lowEnd, highEnd } = { question: t('question'), lowEnd: t('lowEnd'), highEnd: t('highEnd') }
  const mail = { mailSubject: t('mailSubject'), mailIntro: t('mailIntro') }
  return Wording.parse({ question, lowEnd, highEnd, followUp: group, thanks: group, ...mail, ...change })
}

function mailIn(language: CustomerLanguage, opening: Opening = 'nps', change: object = {}): string {
  return surveyMail({
    language,
    opening,
    company: 'Nordwind Software',
    name: 'Anna Meier',
    wording: wordingIn(language, change),
    link: 'https://echolot.example/r/AAAAAAAAAAAAAAAAAAAAAA',
    stopLink: 'https://echolot.example/u/BBBBBBBBBBBBBBBBBBBBBB',
    imprint: 'Nordwind Software GmbH\nHafenstraße 1, 20457 Hamburg',
  }).html
}

const body = `Dear Anna,\n\nthank you for telling us. ${LONG}\n\nJonas`
const MAILS: Record<string, string> = {
  'nps-en': mailIn('en'),
  'nps-de-long': mailIn('de', 'nps', { question: `Würden Sie ${LONG} empfehlen?`, mailIntro: `${LONG} ${LONG}` }),
  'nps-ar': mailIn('ar'),
  'stars-fi': mailIn('fi', 'stars'),
  'ces-de': mailIn('de', 'ces'),
  'free-en': mailIn('en', 'free'),
  personal: personalMail({
    language: 'en',
    company: 'Nordwind',
    subject: 'Your feedback',
    body,
    imprint: 'Nordwind GmbH',
    site: 'https://feedback.example.com',
  }).html,
}

/** What mail programs do to a mail before they show it. */
const CLIENTS: Record<string, (html: string) => string> = {
  whole: html => html,
  // Gmail for foreign accounts, and whenever it does not like one rule.
  'without-styles': html => html.replaceAll(/<style>[\s\S]*?<\/style>/g, ''),
  // Gmail and many others put the body into a block of their own.
  'in-a-block': html =>
    html
      .replace(/<body[^>]*>/, '<body style="margin:0"><div style="padding:0 8px">')
      .replace('</body>', '</div></body>'),
}

let browser: Browser
beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true })
  browser = await openBrowser()
})
afterAll(() => browser?.close())

async function shown(html: string, colorScheme: 'light' | 'dark'): Promise<Page> {
  const page = await browser.newPage({ colorScheme })
  // Nothing may be loaded from elsewhere, so the look without images is the look.
  await page.route('**/*', route => route.abort())
  await page.setContent(html)
  return page
}

/** What can go wrong to the eye: wider than the screen, boxes too small to hit, words too faint. */
function look() {
  const lightness = (colour: string) => {
    const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map(part => {
      const share = Number(part) / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const ground = (element: Element | null): string => {
    for (let at = element; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at)
      if (!/rgba\(.*, 0\)|transparent/.test(backgroundColor)) return backgroundColor
    }
    return 'rgb(255, 255, 255)'
  }
  const faint: string[] = []
  for (const element of document.querySelectorAll('p, h1, a, div, td, b')) {
    const own = [...element.childNodes].some(
      node => node.nodeType === 3 && node.textContent?.trim().replaceAll('\u00a0', ''),
    )
    if (!own || element.getClientRects().length === 0) continue
    const [a, b] = [lightness(getComputedStyle(element).color), lightness(ground(element))]
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
    if (contrast < 4.5) faint.push(`${element.textContent?.slice(0, 40)} ${contrast.toFixed(1)}`)
  }
  const boxes = [...document.querySelectorAll('a.score')].map(link => link.getBoundingClientRect())
  return {
    overhang: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    small: boxes.filter(box => box.width < 38 || box.height < 40).length,
    outside: boxes.filter(box => box.left < 0 || box.right > innerWidth).length,
    rows: new Set(boxes.map(box => Math.round(box.top))).size,
    faint,
  }
}

describe.each(Object.entries(MAILS))('the mail %s', (name, html) => {
  test.each(Object.entries(CLIENTS))('holds together %s at every width, light and dark', async (client, change) => {
    for (const theme of ['light', 'dark'] as const) {
      const page = await shown(change(html), theme)
      for (const width of [320, 390, 640]) {
        await page.setViewportSize({ width, height: 900 })
        const seen = await page.evaluate(look)
        const where = `${name} ${client} ${width} ${theme}`
        expect(seen, where).toMatchObject({ overhang: 0, small: 0, outside: 0, faint: [] })
        if (name === 'nps-en' && client === 'whole') expect(seen.rows, where).toBe(width === 640 ? 1 : 2)
        if (client === 'whole' || width === 320)
          await page.screenshot({ path: join(SHOTS, `${where.replaceAll(' ', '-')}.png`), fullPage: true })
      }
      await page.close()
    }
  })

  test('is drawn by Word within 600 pixels, in cells that have their own size, and fits into Gmail', () => {
    expect(html).toContain('<!--[if mso]><table role="presentation" width="600"')
    expect(html.match(/<!--\[if mso\]>/g)?.length).toBe(html.match(/<!\[endif\]-->/g)?.length)
    for (const cell of html.match(/<td class="box"[^>]*>/g) ?? []) expect(cell).toMatch(/bgcolor="#FEFEFD"/)
    expect(html).not.toMatch(/#fff(?:fff)?\b/i)
    expect(html).not.toMatch(/<img|<script|url\(|@import|@font-face|position:|display:(flex|grid)/i)
    expect(Buffer.byteLength(html)).toBeLessThan(60_000)
    expect(html).toContain('<meta name="color-scheme" content="light dark">')
  })
})

import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { standardWordings } from '../../src/loop/surveys/index.ts'
import { askScale } from '../../src/respondent/widget/ask-scale.ts'
import { askTexts } from '../../src/respondent/widget/ask-words.ts'
import { stillWidget } from '../../src/respondent/widget/still.ts'
import { accessibilityProblems } from '../harness/axe.ts'
import { answersOf, furtherOf } from './open-links.fixture.ts'
import { database, echolot, visit, workspaceId } from './widget-visit.fixture.ts'

const STANDARD = standardWordings('Nordwind', 'en', { opening: 'nps' })
const STEPS = {
  passive: { label: 'What is new', address: 'https://nordwind.example/new' },
  detractor: { label: 'Talk to us', address: 'https://nordwind.example/help' },
}

/** What stands in each box, element by element, whatever the order of attributes. */
const outlines = (texts: string[]) =>
  texts.map(text => {
    const [, box = text] = /<template[^>]*>(.*)<\/template>/s.exec(text) ?? []
    const found = new DOMParser().parseFromString(box, 'text/html').querySelectorAll('.box, .box *')
    return [...found].map(element => [
      element.tagName,
      element.children.length === 0 ? element.textContent : '',
      ...element
        .getAttributeNames()
        .filter(name => element.getAttribute(name) !== '')
        .sort()
        .map(name => `${name}=${element.getAttribute(name)}`),
    ])
  })
const dialog = (page: Page) => page.getByRole('dialog')

describe('the widget', () => {
  test('asks in two requests, under the strictest policy, without a cookie or anything stored', async () => {
    const { surveyId, page, context, requests, complaints } = await visit()
    await dialog(page).getByRole('button', { name: '9', exact: true }).click()
    await dialog(page).getByRole('textbox').fill('Fast delivery')
    await dialog(page).getByRole('button', { name: 'Send', exact: true }).click()
    await page.getByRole('heading', { name: /thank/i }).waitFor()
    expect(await answersOf(database, workspaceId, surveyId)).toMatchObject([
      { score: 9, comment: 'Fast delivery', language: 'en', state: 'confirmed', channel: 'widget' },
    ])
    expect(requests.map(request => request.split(' ')[0])).toEqual(['GET', 'POST'])
    expect(await context.cookies()).toEqual([])
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
    expect(complaints).toEqual([])
    await context.close()
  })

  test('is a dialog that the keyboard reaches and Escape closes, and gives the focus back', async () => {
    const { surveyId, page, context } = await visit({
      widget: { trigger: 'event' },
      body: '<h1>Shop</h1><button>Buy</button>',
    })
    await page.getByRole('button', { name: 'Buy' }).focus()
    await page.evaluate(() => dispatchEvent(new CustomEvent('echolot:ask')))
    expect(await dialog(page).evaluate(box => (box.getRootNode() as ShadowRoot).activeElement === box)).toBe(true)
    expect(await accessibilityProblems(page)).toEqual([])
    await page.keyboard.press('Escape')
    expect(await dialog(page).count()).toBe(0)
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Buy')
    expect(await answersOf(database, workspaceId, surveyId)).toEqual([])
    await context.close()
  })

  test('does not take the focus from somebody who writes', async () => {
    const { page, context } = await visit({ widget: { trigger: 'event' } })
    await page.getByLabel('Search').fill('boots')
    await page.evaluate(() => dispatchEvent(new CustomEvent('echolot:ask')))
    await dialog(page).waitFor()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Search')
    await context.close()
  })

  test('stands in the preview of the editor as it stands on a page', async () => {
    const { page, context } = await visit({ nextStep: STEPS })
    const [wording, fill] = [STANDARD.texts.en, (text: string) => text]
    if (!wording) throw new Error('no English')
    const texts = askTexts({ ...wording, nextStep: STEPS }, { opening: 'nps', language: 'en', fill })
    for (const value of [3, 8]) {
      await dialog(page)
        .getByRole('button', { name: String(value), exact: true })
        .click()
      const live = await dialog(page).evaluate(box => box.outerHTML)
      const look = { place: 'right:20px', accent: '#000', onAccent: '#fff' } as const
      const still = stillWidget({ ...askScale('nps'), ...texts, ...look, value, goesOn: false }).text
      const [onPage, inPreview] = await page.evaluate(outlines, [live, still])
      expect(inPreview).toEqual(onPage)
    }
    await context.close()
  })

  test('offers passives their reasons and everybody the next step of the group, on a page of its own', async () => {
    const { surveyId, page, context } = await visit({ nextStep: STEPS })
    const box = dialog(page)
    const press = (name: string) => box.getByRole('button', { name, exact: true }).click()
    await press('9')
    expect(await box.getByRole('radio').count()).toBe(0)
    await press('8')
    await box.getByRole('radio', { name: 'I use it out of habit' }).check()
    expect(await accessibilityProblems(page)).toEqual([])
    await press('Send')
    await box.getByRole('heading', { name: /thank/i }).waitFor()
    expect(await answersOf(database, workspaceId, surveyId)).toMatchObject([{ score: 8, reason: 'habit' }])
    const link = box.getByRole('link', { name: 'What is new' })
    expect(await link.evaluate((a: HTMLAnchorElement) => [a.href, a.target, a.rel])).toEqual([
      'https://nordwind.example/new',
      '_blank',
      'noopener',
    ])
    await context.close()
  })

  test('keeps a number that was chosen when the visitor leaves without a word', async () => {
    const { surveyId, page, context } = await visit()
    await dialog(page).getByRole('button', { name: '3', exact: true }).click()
    await page.goto('about:blank')
    await expect.poll(() => answersOf(database, workspaceId, surveyId)).toMatchObject([{ score: 3, comment: null }])
    await context.close()
  })

  test('asks every kind of question where its answers lead, in 5 kB and two requests with all its texts', async () => {
    const { surveyId, key, page, context, requests } = await visit({ everyKind: true, nextStep: STEPS })
    for (const language of ['en', 'de']) {
      const asking = { headers: { 'accept-encoding': 'gzip' } }
      const script = await fetch(`${echolot}/w/${key}.js?language=${language}`, asking)
      expect(script.headers.get('content-encoding')).toBe('gzip')
      expect(gzipSync(await script.text()).length).toBeLessThanOrEqual(5000)
    }
    const box = dialog(page)
    const press = (name: string | RegExp) => box.getByRole('button', { name, exact: true }).click()
    await press('4')
    await box.getByLabel('Why a four?').fill('Two tills for forty people')
    await press('Continue')
    await press('The service')
    await box.getByText('How good was the advice?').waitFor()
    await press('2')
    await press(/^6/)
    await press('Skip this')
    expect(await box.getByRole('button', { name: 'Skip this' }).count()).toBe(0)
    await press('3')
    await press(/^5/)
    expect(await accessibilityProblems(page)).toEqual([])
    await box.getByRole('checkbox', { name: 'The range' }).check()
    await box.getByRole('checkbox', { name: 'Elbe' }).check()
    await press('Continue')
    await press('Continue')
    await box.getByText('This question needs an answer.').waitFor()
    await box.getByRole('textbox', { name: 'What should we try next?' }).fill('A third till')
    await press('Continue')
    await page.getByRole('heading', { name: /thank/i }).waitFor()
    expect(await answersOf(database, workspaceId, surveyId)).toMatchObject([
      { score: 4, comment: 'Two tills for forty people', survey_version: 1 },
    ])
    const said = { reason: ['service'], advice: 2, effort: 6, shop: 3, clean: 5, liked: ['range', 'place'] }
    expect(await furtherOf(database, workspaceId, surveyId)).toEqual({ ...said, idea: 'A third till' })
    expect(requests.map(request => request.split(' ')[0])).toEqual(['GET', 'POST'])
    await context.close()
  })

  test('keeps what was said up to where the visitor left', async () => {
    const { surveyId, page, context } = await visit({ everyKind: true, options: { locale: 'de' } })
    const press = (name: string | RegExp) => dialog(page).getByRole('button', { name, exact: true }).click()
    await press('9')
    await press('Weiter')
    await dialog(page).getByText('Wie leicht war es?').waitFor()
    await press('5')
    await page.goto('about:blank')
    await expect
      .poll(() => answersOf(database, workspaceId, surveyId))
      .toMatchObject([{ score: 9, comment: null, language: 'de' }])
    expect(await furtherOf(database, workspaceId, surveyId)).toEqual({ effort: 5 })
    await context.close()
  })

  test.each([
    ['stars', 'Stars', { rating: 5, score: null }],
    ['free', 'Words', { rating: null, score: null, comment: 'A bench in the sun' }],
  ] as const)('asks a question of kind %s', async (opening, _name, answer) => {
    const { surveyId, page, context } = await visit({ opening })
    if (opening === 'stars') await dialog(page).getByRole('button', { name: /^5/ }).click()
    else await dialog(page).getByRole('textbox').fill('A bench in the sun')
    await dialog(page).getByRole('button', { name: 'Send', exact: true }).click()
    await expect.poll(() => answersOf(database, workspaceId, surveyId)).toMatchObject([answer])
    await context.close()
  })

  test('comes after scrolling, on leaving, and only on the pages that are named', async () => {
    const long = '<h1>Shop</h1><p style="height:4000px">Long</p>'.replace(/ style="[^"]*"/, '') + '<br>'.repeat(400)
    const scrolled = await visit({ widget: { trigger: 'scroll', amount: 60 }, body: long })
    await scrolled.page.waitForTimeout(200)
    expect(await dialog(scrolled.page).count()).toBe(0)
    await scrolled.page.mouse.wheel(0, 20_000)
    await dialog(scrolled.page).waitFor()
    await scrolled.context.close()
    const leaving = await visit({ widget: { trigger: 'exit' } })
    await leaving.page.waitForTimeout(200)
    await leaving.page.evaluate(() =>
      document.documentElement.dispatchEvent(new MouseEvent('mouseleave', { clientY: -1 })),
    )
    await dialog(leaving.page).waitFor()
    await leaving.context.close()
    const elsewhere = await visit({ widget: { pages: ['/blog/*'] } })
    await elsewhere.page.waitForTimeout(300)
    expect(await dialog(elsewhere.page).count()).toBe(0)
    await elsewhere.context.close()
  })

  test('speaks the language of the browser, and stays still where motion is unwanted', async () => {
    const { page, context } = await visit({ options: { locale: 'fi', reducedMotion: 'reduce', colorScheme: 'dark' } })
    await dialog(page).getByText('Kuinka todennäköisesti').waitFor()
    expect(await dialog(page).evaluate(box => box.getAnimations().length)).toBe(0)
    expect(await accessibilityProblems(page)).toEqual([])
    await context.close()
  })
})

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, openPage, visit } from '../harness/browser.ts'
import { type Product, startProduct, waitFor } from '../harness/started-product.ts'

/** A zone in which it is about noon now, so that no quiet hour stands in the way of the mails. */
function noonZone(): string {
  const shift = 12 - new Date().getUTCHours()
  return shift === 0 ? 'Etc/UTC' : `Etc/GMT${shift > 0 ? '-' : '+'}${Math.abs(shift)}`
}

const FIRST = [3, 7, 8, 9, 10, 6]
const SECOND = [9, 9, 8, 10, 10, 5]
const zone = noonZone()
const FILE = [
  'Kundennummer;Name;E-Mail;Sprache;Firmengröße;Zeitzone',
  ...FIRST.map(
    (_, i) =>
      `K-${i + 1};Kunde ${i + 1};kunde${i + 1}@example.com;${['de', 'fi', 'en'][i % 3]};${i < 3 ? 'klein' : 'groß'};${zone}`,
  ),
].join('\n')
const NOTICE = 'Sie können der Verwendung Ihrer E-Mail-Adresse jederzeit widersprechen.'
const BASIS = {
  basis: 'existing_customer',
  sale: 'K-2024',
  soldAt: '2024-05-01',
  ownSimilarOffers: true,
  noObjection: true,
  notice: NOTICE,
  noticeShownAt: '2024-05-01',
}

let product: Product
let browser: Browser
let page: Page

beforeAll(async () => {
  product = await startProduct()
  browser = await openBrowser()
  page = await openPage(browser, { width: 1440 })
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

/** Calls the API as the page does; throws what the server said when it refused. */
async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  const reply = await page.evaluate(
    async ({ method, path, body }) => {
      const response = await fetch(`/api/v1${path}`, {
        method,
        headers: { 'content-type': typeof body === 'string' ? 'application/octet-stream' : 'application/json' },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      })
      return { status: response.status, text: await response.text() }
    },
    { method, path, body },
  )
  if (reply.status >= 400) throw new Error(`${method} ${path}: ${reply.status} ${reply.text}`)
  return (reply.text ? JSON.parse(reply.text) : null) as T
}

/** The personal links of the mails that the catcher took, by address; the newest mail of each person counts. */
async function linksByAddress(known: Set<string>): Promise<Map<string, string>> {
  const list = await (await page.request.get(`${product.url}/mail`)).text()
  const links = new Map<string, string>()
  for (const [, id = ''] of list.matchAll(/href="\/mail\/(\d+)"/g)) {
    if (known.has(id)) continue
    const mail = await (await page.request.get(`${product.url}/mail/${id}?show=text`)).text()
    const to = /kunde\d+@example\.com/.exec(mail)?.[0]
    const link = /https?:\/\/[^\s"<&]+\/r\/[\w-]{20,}/.exec(mail)?.[0]
    if (to && link && !links.has(to)) links.set(to, link)
  }
  return links
}

/** Answers as a customer does: opens the link of a number, sends it, and writes a comment on the page after. */
async function answer(link: string, score: number, comment: string): Promise<void> {
  const customer = await openPage(browser, { width: 390 })
  await customer.goto(`${link}?score=${score}`)
  await customer.waitForTimeout(1000)
  await customer.locator('button.send').click()
  await customer.locator('textarea').fill(comment)
  await customer.locator('button').first().click()
  await customer.waitForLoadState()
  expect(await customer.locator('textarea').count(), 'thanks follow the comment').toBe(0)
  await customer.context().close()
}

const mailsSeen = new Set<string>()
async function runWave(surveyId: string, name: string, scores: number[]): Promise<void> {
  const wave = await call<{ waveId: string }>('POST', '/waves', { surveyId, name, audience: { kind: 'all' } })
  await call('POST', `/waves/${wave.waveId}/approval`)
  const links = await waitFor(async () => {
    const found = await linksByAddress(mailsSeen)
    return found.size === scores.length ? found : null
  }, product.output)
  const list = await (await page.request.get(`${product.url}/mail`)).text()
  for (const [, id = ''] of list.matchAll(/href="\/mail\/(\d+)"/g)) mailsSeen.add(id)
  for (const [place, score] of scores.entries()) {
    await answer(links.get(`kunde${place + 1}@example.com`) ?? '', score, `Kommentar ${place + 1} zu ${name}`)
  }
}

test('who is not signed in is led to the door, once', async () => {
  await visit(page, `${product.url}/act`)
  expect(new URL(page.url()).pathname).toMatch(/^\/(sign-in|set-up)$/)
})

test('the first account is made by the link that the start printed', async () => {
  await page.goto(product.link)
  await page.getByLabel(/name/i).first().fill('Jonas Weber')
  await page.locator('input[type=email]').fill('jonas@example.com')
  await page.locator('input[autocomplete="new-password"]').fill('ein langes Passwort für Jonas')
  await page.locator('input[autocomplete="organization"]').fill('Nordwind Software')
  await page.locator('form button[type=submit], form button').last().click()
  await page.waitForURL(/\/welcome/)
})

test('customers come in from a file, once', async () => {
  const imported = async () => {
    const { importId } = await call<{ importId: string }>(
      'POST',
      '/imports?fileName=kunden.csv&kind=people&start=true',
      FILE,
    )
    return waitFor(async () => {
      const run = await call<{ state: string; rowsAdded: number; rowsKnown: number; rowsRejected: number }>(
        'GET',
        `/imports/${importId}`,
      )
      return run.state === 'done' || run.state === 'failed' ? run : null
    })
  }
  expect(await imported()).toMatchObject({ state: 'done', rowsAdded: FIRST.length, rowsRejected: 0 })
  expect(await imported()).toMatchObject({ state: 'done', rowsAdded: 0, rowsKnown: FIRST.length })
})

test('nobody is asked without a legal basis, everybody with one', async () => {
  const survey = await call<{ surveyId: string }>('POST', '/surveys', { name: 'Kundenumfrage' })
  await call('PATCH', '/sending', { contactLimit: 50 })
  await call('PATCH', '/workspace', {
    senderName: 'Nordwind',
    senderAddress: 'hallo@nordwind.example',
    imprint: 'Nordwind Software, Hafenstraße 1, Bremen',
  })
  const check = { audience: { kind: 'all' } }
  const before = await call<{ asked: number }>('POST', '/send-checks', check)
  expect(before.asked).toBe(0)
  await call('POST', '/permissions', { channel: 'email', audience: { kind: 'all' }, evidence: BASIS })
  const after = await call<{ asked: number }>('POST', '/send-checks', check)
  expect(after.asked).toBe(FIRST.length)
  await runWave(survey.surveyId, 'Frühjahr', FIRST)
})

test('Pulse shows the score with its certainty and how many answered', async () => {
  await visit(page, `${product.url}/`)
  await expect.poll(() => page.locator('main').innerText()).toContain('Kommentar 1 zu Frühjahr')
  expect(await page.locator('main').innerText()).toMatch(/6 answers/)
})

test('each answer opened a case, and the time line comes before the reply', async () => {
  type Case = { caseId: string; score: number; queue: string }
  const cases = await waitFor(async () => {
    const { items } = await call<{ items: Case[] }>('GET', '/cases?limit=50')
    return items.length === FIRST.length ? items : null
  })
  expect(
    cases
      .filter(c => c.queue === 'support')
      .map(c => c.score)
      .sort(),
  ).toEqual([3, 6])
  const angry = cases.find(c => c.score === 3)
  const reply = { subject: 'Ihre Antwort', body: 'Guten Tag, das tut uns leid. Wir rufen Sie morgen an.' }
  await expect(call('POST', `/cases/${angry?.caseId}/replies`, reply)).rejects.toThrow(/case_dossier_unread/)
  await call('PUT', `/cases/${angry?.caseId}/reading`)
  await call('POST', `/cases/${angry?.caseId}/replies`, reply)
  await waitFor(async () =>
    (await (await page.request.get(`${product.url}/mail`)).text()).includes('Ihre Antwort') ? true : null,
  )
  await call('PUT', `/cases/${angry?.caseId}/closure`, {
    cause: 'incident',
    outcome: 'won_back',
    expected: 'Ein Anruf',
  })
  const { items } = await call<{ items: Case[] }>('GET', '/cases?state=closed')
  expect(items.map(c => c.caseId)).toEqual([angry?.caseId])
})

test('Prove shows who moved between two waves', async () => {
  const { items } = await call<{ items: { surveyId: string }[] }>('GET', '/surveys')
  const list = await (await page.request.get(`${product.url}/mail`)).text()
  for (const [, id = ''] of list.matchAll(/href="\/mail\/(\d+)"/g)) mailsSeen.add(id)
  await runWave(items[0]?.surveyId ?? '', 'Herbst', SECOND)
  const proof = await call<{ both: number; moves: { x: number }[][]; promoters: { net: number } }>('GET', '/proof')
  expect(proof.both).toBe(FIRST.length)
  // From: promoters 9 10, passives 7 8, detractors 3 6. To: 9→10 10→10; 7→9 8→8; 3→9 6→5.
  expect(proof.moves.map(row => row.map(cell => cell.x).slice(0, 3))).toEqual([
    [2, 0, 0],
    [1, 1, 0],
    [1, 0, 1],
  ])
  expect(proof.promoters.net).toBe(2)
  await visit(page, `${product.url}/prove`)
  await expect.poll(() => page.locator('main').innerText()).toMatch(/Herbst/)
})

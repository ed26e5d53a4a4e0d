import { describe, expect, test } from 'vitest'
import { companyWithLinks, freshKey } from '../../../test/harness/company-with-links.ts'
import { signIdentity } from './identity.ts'

const { database, own, product, signedIn, openLink, send, stored, laterBy } = await companyWithLinks()

describe('who answers', () => {
  const signed = async (claim: object, given: Record<string, unknown> = {}) => {
    const link = await openLink(given)
    const { json } = await signedIn().post(`/open-links/${link.openLinkId}/identity-secret`, {})
    laterBy(6000)
    const exp = Math.floor(product.time.now.getTime() / 1000) + 600
    return { link, secret: json.secret as string, identity: signIdentity(json.secret, { exp, ...claim }) }
  }

  test('is known from a signed token alone; what else is said about a person is not taken', async () => {
    const { link, identity } = await signed({ externalId: 'c-17', email: 'aino@example.com' })
    expect(
      (await send(link.key, { key: freshKey(), score: 9, contact: { email: 'x@example.com' }, verified: true })).status,
    ).toBe(400)
    await send(link.key, { key: freshKey(), score: 9, identity })
    const [row] = await stored(link.surveyId)
    const person = await database.readWorkspace(own.scope, reader =>
      reader
        .selectFrom('people')
        .select(['external_id', 'email'])
        .where('person_id', '=', row?.person_id ?? '')
        .executeTakeFirst(),
    )
    expect(person).toEqual({ external_id: 'c-17', email: 'aino@example.com' })
  })

  test('has one voice in a period: a second answer changes the first', async () => {
    const { link, identity } = await signed({ externalId: 'c-18' })
    await send(link.key, { key: freshKey(), score: 3, identity })
    await send(link.key, { key: freshKey(), score: 8, comment: 'They called me', identity })
    expect(await stored(link.surveyId)).toMatchObject([{ score: 8, comment: 'They called me' }])
  })

  test.each([
    [
      'with a changed claim',
      (token: string) =>
        `${Buffer.from('{"externalId":"boss","exp":9999999999}').toString('base64url')}.${token.split('.')[1]}`,
    ],
    ['with a changed signature', (token: string) => `${token.slice(0, -2)}AA`],
    ['without a signature', (token: string) => token.split('.')[0] ?? ''],
    ['of garbage', () => 'x.y'],
  ])('is nobody %s, and the answer is kept', async (_name, forge) => {
    const { link, identity } = await signed({ externalId: 'c-19' })
    expect((await send(link.key, { key: freshKey(), score: 9, identity: forge(identity) })).status).toBe(201)
    expect(await stored(link.surveyId)).toMatchObject([{ person_id: null, score: 9 }])
  })

  test('is nobody once the token has run out, or by the secret before the last', async () => {
    const { link, identity, secret } = await signed({ externalId: 'c-20', exp: 1 })
    await send(link.key, { key: freshKey(), score: 1, identity })
    const exp = Math.floor(Date.now() / 1000) + 600
    await signedIn().post(`/open-links/${link.openLinkId}/identity-secret`, {})
    laterBy(6000)
    await send(link.key, { key: freshKey(), score: 2, identity: signIdentity(secret, { externalId: 'c-20', exp }) })
    expect((await stored(link.surveyId)).map(row => row.person_id)).toEqual([null, null])
  })
})

describe('pages elsewhere', () => {
  const ORIGIN = 'https://shop.example'

  test('may send where the link names them, and read the reply; others may not', async () => {
    const link = await openLink({ channel: 'widget', origins: [ORIGIN] })
    const good = await send(link.key, { key: freshKey(), score: 9 }, { origin: ORIGIN })
    expect([
      good.status,
      good.headers.get('access-control-allow-origin'),
      good.headers.get('access-control-allow-credentials'),
    ]).toEqual([201, ORIGIN, null])
    const foreign = await send(link.key, { key: freshKey(), score: 0 }, { origin: 'https://evil.example' })
    expect([foreign.status, foreign.headers.get('access-control-allow-origin')]).toEqual([403, null])
    expect(await stored(link.surveyId)).toHaveLength(1)
  })

  test('ask first for JSON, and are told by the list of the link', async () => {
    const link = await openLink({ channel: 'api', origins: [ORIGIN] })
    const ask = (origin: string) =>
      product.fetch(
        new Request(`http://localhost:4747/api/v1/open-links/${link.key}/answers`, {
          method: 'OPTIONS',
          headers: { origin },
        }),
      )
    expect((await ask(ORIGIN)).headers.get('access-control-allow-origin')).toBe(ORIGIN)
    expect((await ask('https://evil.example')).headers.get('access-control-allow-origin')).toBeNull()
    const reply = await product
      .browser({ 'sec-fetch-site': 'cross-site', origin: ORIGIN })
      .post(`/open-links/${link.key}/answers`, { key: freshKey(), score: 7 })
    expect([reply.status, reply.headers.get('access-control-allow-origin')]).toEqual([201, ORIGIN])
  })

  test('that say nothing about themselves are programs: their answers wait for a look', async () => {
    const link = await openLink({ channel: 'widget', origins: [ORIGIN] })
    expect((await send(link.key, { key: freshKey(), score: 0 })).json).toMatchObject({ stored: true, setAside: true })
    expect(await stored(link.surveyId)).toMatchObject([{ state: 'quarantined', evidence: 'no_origin' }])
  })
})

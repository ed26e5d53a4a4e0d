import { describe, expect, test } from 'vitest'
import { PROVIDERS } from '../../../test/contract/sms-providers.ts'
import { freshDatabase, freshWorkspace } from '../../../test/harness/database.ts'
import { hookAddress } from '../messages/message-links.ts'
import { NOON } from '../messages/sending.fixture.ts'
import { answerTo } from './replies.fixture.ts'
import { textHooks } from './text-hooks.ts'
import { NUMBER, providerNamed, textingCompany } from './texting-company.fixture.ts'

const { database } = await freshDatabase()

/** A company whose provider of texts calls it. */
async function heardCompany() {
  const company = await textingCompany(database)
  return {
    ...company,
    hook: () => hookAddress(company.tools.settings, company.scope.workspaceId),
    call: async ({ url, headers, body }: { url: string; headers: Record<string, string>; body: string }) => {
      // A proxy in front speaks http to us; the signature is over the public address.
      const request = new Request(url.replace('https:', 'http:'), { method: 'POST', headers, body })
      return (await textHooks(company.tools).fetch(request)).status
    },
  }
}

describe.each(PROVIDERS)('what $name calls', provider => {
  test('settles deliveries, once, and blocks a number that does not exist', async () => {
    const { choose, ask, messages, stands, hook, call } = await heardCompany()
    await choose(provider)
    const { messageId, key } = await ask(true)
    await database.pool.query(`update messages set state = 'unknown', accepted_at = null`)
    expect(await call(provider.receipt(hook(), messageId, true, NOON))).toBe(204)
    expect(await messages()).toMatchObject([{ state: 'accepted', outcome: 'delivered' }])
    await database.pool.query('update messages set outcome = null')
    expect(await call(provider.receipt(hook(), messageId, false, NOON))).toBe(204)
    const [message] = await messages()
    const suppression = await stands(key)
    expect([message?.outcome, suppression?.suppression_reason]).toEqual(
      provider.name === 'seven' ? ['soft_bounce', undefined] : ['hard_bounce', 'hard_bounce'],
    )
  })

  test('STOP ends it at once, is confirmed once, and a forged call does nothing', async () => {
    const { choose, ask, send, messages, stands, hook, call } = await heardCompany()
    await choose(provider)
    const { key } = await ask(true)
    const stop = provider.received(hook(), NUMBER, 'Stopp!', 'in-1', NOON)
    const forged = {
      ...stop,
      headers: { 'content-type': stop.headers['content-type'] ?? '' },
      body: stop.body.replace(/sig=\w+/, 'sig=0'),
    }
    expect(await call(forged)).toBe(404)
    expect(await stands(key)).toBeUndefined()
    expect(await call(stop)).toBe(204)
    expect(await call(stop)).toBe(204)
    expect(await call(provider.received(hook(), NUMBER, 'STOP', 'in-2', NOON))).toBe(204)
    expect(await stands(key)).toMatchObject({ suppression_reason: 'objection' })
    expect((await messages()).filter(message => message.purpose === 'confirmation')).toHaveLength(1)
    await send()
    expect((await messages()).find(message => message.purpose === 'confirmation')?.state).toBe('accepted')
  })

  test('a number written back is the answer, what follows its comment', async () => {
    const { scope, choose, ask, hook, call } = await heardCompany()
    await choose(provider)
    const { invitationId } = await ask(true)
    await call(provider.received(hook(), NUMBER, '9', 'in-1', NOON))
    expect(await answerTo(database, scope, invitationId)).toMatchObject({
      score: 9,
      state: 'confirmed',
      channel: 'sms',
    })
    await call(provider.received(hook(), NUMBER, 'Quick & friendly', 'in-2', NOON))
    await call(provider.received(hook(), NUMBER, 'Quick & friendly', 'in-2', NOON))
    expect(await answerTo(database, scope, invitationId)).toMatchObject({ score: 9, comment: 'Quick & friendly' })
  })
})

test('an address of another workspace, a wrong address and a recorded call of yesterday are not heard', async () => {
  const { tools, choose, ask, hook, call } = await heardCompany()
  const seven = providerNamed('seven')
  await choose(seven)
  await ask(true)
  const other = (await freshWorkspace(database, 'Elsewhere')).scope
  expect(await call(seven.received(hookAddress(tools.settings, other.workspaceId), NUMBER, 'STOP', 'x', NOON))).toBe(
    404,
  )
  expect(await call(seven.received(`${hook()}x`, NUMBER, 'STOP', 'x', NOON))).toBe(404)
  expect(await call(seven.received(hook(), NUMBER, 'STOP', 'x', new Date(NOON.getTime() - 86_400_000)))).toBe(404)
})

import { describe, expect, test } from 'vitest'
import { freshDatabase, freshWorkspace } from '../../../test/harness/database.ts'
import { addressKey } from '../../platform/secrets/index.ts'
import { BasisEvidence, EmailAddress, PersonInput } from '../../vocabulary/index.ts'
import { addresses, objectToMessages, recordBasis, requestErasure, savePerson } from './index.ts'
import { listAudienceFields } from './list-audience-fields.ts'
import { suppressPerson } from './object-to-messages.ts'
import { countPermissions, listPermissions } from './record-basis.ts'
import { changePerson } from './save-person.ts'

const { database } = await freshDatabase()
const { scope } = await freshWorkspace(database)
const { scope: elsewhere } = await freshWorkspace(database, 'Elsewhere')
const consent = BasisEvidence.parse({
  basis: 'consent',
  text: 'I agree to be asked.',
  givenAt: '2026-01-02',
  source: '/form',
})

describe('people', () => {
  test('are found again by external id or mail address and keep what was not given', async () => {
    const first = await database.inWorkspace(scope, tx =>
      savePerson(
        tx,
        PersonInput.parse({ email: 'anna@example.com', name: 'Anna', attributes: { size: 'small', plan: 'a' } }),
      ),
    )
    const again = await database.inWorkspace(scope, tx =>
      savePerson(tx, PersonInput.parse({ email: 'ANNA@example.com', attributes: { plan: null } })),
    )
    expect(again).toEqual({ personId: first.personId, created: false, kept: [] })
    const { items } = await database.readWorkspace(scope, listAudienceFields)
    expect(items).toEqual([{ field: 'attributes.size', values: [{ value: 'small', people: 1 }] }])
  })

  test.each([
    'a b@c.example',
    '"a"@b.example',
    'a@b',
    'a@b.example, c@d.example',
    'Anna <a@b.example>',
    'a@b.example\r\nBcc: x@y.example',
    'a@-b.example',
    `${'x'.repeat(65)}@b.example`,
  ])('%j is no address', text => expect(EmailAddress.safeParse(text).success).toBe(false))
  test.each(['a@b.example', "o'neil+x@sub.b-c.example", 'info@bücher.example'])('%j is an address', text =>
    expect(EmailAddress.safeParse(text).success).toBe(true),
  )
})

describe('one mail address belongs to one person', () => {
  test('a mail address or external id of somebody else is refused by its field', async () => {
    const save = (given: object) => database.inWorkspace(elsewhere, tx => savePerson(tx, PersonInput.parse(given)))
    await save({ externalId: 'K-1', email: 'carla@example.com' })
    const { personId } = await save({ externalId: 'K-2', email: 'dora@example.com' })
    const refused = (field: string) => ({ code: 'person_known', facts: { field } })
    await expect(save({ externalId: 'K-2', email: 'CARLA@example.com' })).rejects.toMatchObject(refused('email'))
    const change = (given: object) =>
      database.inWorkspace(elsewhere, tx => changePerson(tx, personId, PersonInput.parse(given)))
    await expect(change({ externalId: 'K-1' })).rejects.toMatchObject(refused('externalId'))
    await expect(change({ email: 'carla@example.com' })).rejects.toMatchObject(refused('email'))
  })

  test('somebody who is told by many at the same moment becomes one person', async () => {
    const save = () =>
      database.inWorkspace(elsewhere, tx => savePerson(tx, PersonInput.parse({ email: 'egon@example.com' })))
    const saved = await Promise.all(Array.from({ length: 6 }, save))
    expect(new Set(saved.map(one => one.personId)).size).toBe(1)
    expect(saved.filter(one => one.created)).toHaveLength(1)
  })
})

describe('legal basis', () => {
  test('an existing customer needs all four facts', () => {
    const facts = {
      basis: 'existing_customer',
      sale: 'A-1',
      soldAt: '2026-01-01',
      ownSimilarOffers: true,
      noObjection: true,
      notice: 'You can object…',
      noticeShownAt: '2026-01-01',
    }
    expect(BasisEvidence.safeParse(facts).success).toBe(true)
    for (const fact of ['sale', 'soldAt', 'ownSimilarOffers', 'noObjection', 'notice', 'noticeShownAt'])
      expect(BasisEvidence.safeParse({ ...facts, [fact]: undefined }).success, fact).toBe(false)
    expect(BasisEvidence.safeParse({ ...facts, noObjection: false }).success).toBe(false)
  })

  test('is recorded with evidence for those who were chosen, and counted', async () => {
    const bela = await database.inWorkspace(scope, tx => savePerson(tx, { email: 'bela@example.com', country: 'DE' }))
    await database.inWorkspace(scope, tx =>
      recordBasis(
        tx,
        {
          channel: 'email',
          audience: { kind: 'filter', filters: [{ field: 'country', values: ['DE'] }] },
          evidence: consent,
        },
        'account:1',
      ),
    )
    const { items } = await database.readWorkspace(scope, reader => listPermissions(reader, bela.personId))
    expect(items).toMatchObject([
      { basis: 'consent', evidence: { text: 'I agree to be asked.' }, recordedBy: 'account:1' },
    ])
    const counts = await database.readWorkspace(scope, reader => countPermissions(reader, 'email'))
    expect(counts).toMatchObject({ people: 2, byBasis: { consent: 1, none: 1 } })
  })
})

describe('recording for many', () => {
  test('leaves what is proven already, and takes everything away when told so', async () => {
    const notice = {
      sale: 'B-2',
      soldAt: '2026-01-01',
      ownSimilarOffers: true,
      noObjection: true,
      notice: 'x',
      noticeShownAt: '2026-01-01',
    }
    const customer = BasisEvidence.parse({ basis: 'existing_customer', ...notice })
    const everybody = { channel: 'email' as const, audience: { kind: 'all' as const } }
    const record = (evidence: BasisEvidence) =>
      database.inWorkspace(scope, tx => recordBasis(tx, { ...everybody, evidence }, null))
    const counts = async () =>
      (await database.readWorkspace(scope, reader => countPermissions(reader, 'email'))).byBasis
    expect(await record(customer)).toEqual({ people: 1 })
    expect(await counts()).toEqual({ consent: 1, existing_customer: 1, none: 0 })
    await record({ basis: 'none' })
    expect(await counts()).toEqual({ consent: 0, existing_customer: 0, none: 2 })
  })
})

describe('an objection', () => {
  test('stands for the address for ever and is never weakened', async () => {
    const key = addressKey('a secret of at least thirty-two bytes', 'email', 'bela@example.com')
    const say = (reason: 'objection' | 'hard_bounce' | 'erasure') =>
      database.inWorkspace(scope, tx => objectToMessages(tx, { channel: 'email', addressKey: key, reason }))
    const stands = () => database.readWorkspace(scope, reader => addresses.suppressionOf(reader, 'email', key))
    await say('hard_bounce')
    await say('objection')
    expect(await stands()).toMatchObject({ suppression_reason: 'objection' })
    await say('hard_bounce')
    expect(await stands()).toMatchObject({ suppression_reason: 'objection' })
    await say('erasure')
    expect(await stands()).toMatchObject({ suppression_reason: 'erasure' })
  })

  test('to texts meets the number as texts are sent to it, however it was written', async () => {
    const secret = 'a secret of at least thirty-two bytes'
    const stands = (number: string) =>
      database.readWorkspace(scope, reader => addresses.suppressionOf(reader, 'sms', addressKey(secret, 'sms', number)))
    const added = (person: object) => database.inWorkspace(scope, tx => savePerson(tx, PersonInput.parse(person)))
    const { personId } = await added({ name: 'Aino', phone: '040 123 4567', country: 'FI' })
    const objection = { personId, channel: 'sms', reason: 'objection' } as const
    await database.inWorkspace(scope, tx => suppressPerson(tx, objection, secret))
    expect(await stands('+358401234567')).toMatchObject({ suppression_reason: 'objection' })
    const other = await added({ name: 'Bela', phone: '030/12345678', country: 'DE' })
    await database.inWorkspace(scope, tx => requestErasure(tx, { ...other, requestedBy: 'account' }, secret))
    expect(await stands('+493012345678')).toMatchObject({ suppression_reason: 'objection' })
  })
})

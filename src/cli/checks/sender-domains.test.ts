import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { freshDatabase, freshWorkspace } from '../../../test/harness/database.ts'
import { dnsServer, type Zone } from '../../platform/mail/dns/dns-server.fixture.ts'
import check from './sender-domains.ts'

const { database, url } = await freshDatabase()
const zone: Zone = { 'mail.nordwind.example': { A: ['203.0.113.5'] } }
const server = await dnsServer(zone)
const client = new pg.Client({ connectionString: url })
await client.connect()
afterAll(async () => {
  await client.end()
  await server.stop()
})

const look = () =>
  check.run({
    settings: {
      smtpUrl: 'smtp://mail.nordwind.example',
      publicUrl: 'https://echolot.example',
      demo: false,
      dnsServers: [server.address],
    } as never,
    environment: {},
    client,
    trouble: null,
  })

test('doctor names every record that a sender lacks, and is content once they stand', async () => {
  expect(await look()).toMatchObject({ state: 'good' })
  const { scope } = await freshWorkspace(database)
  await database.inWorkspace(scope, async tx => {
    await tx.updateTable('workspaces').set({ sender_address: 'ask@nordwind.example' }).execute()
    const key = { domain: 'nordwind.example', selector: 'e1', private_key: Buffer.from('x'), public_key: 'MIIBkey' }
    await tx.insertInto('dkim_keys').values(key).execute()
  })
  expect(await look()).toMatchObject({
    state: 'bad',
    sentence: expect.stringContaining('DKIM: The key is not published'),
    remedy: expect.stringContaining('e1._domainkey.nordwind.example TXT "v=DKIM1; k=rsa; p=MIIBkey"'),
  })
  zone['nordwind.example'] = { TXT: ['v=spf1 ip4:203.0.113.5 -all'], MX: ['10 mail.nordwind.example'] }
  zone['e1._domainkey.nordwind.example'] = { TXT: ['v=DKIM1; p=MIIBkey'] }
  zone['_dmarc.nordwind.example'] = { TXT: ['v=DMARC1; p=none'] }
  zone['5.113.0.203.in-addr.arpa'] = { PTR: ['mail.nordwind.example'] }
  expect(await look()).toMatchObject({ state: 'good', sentence: expect.stringContaining('nordwind.example') })
})

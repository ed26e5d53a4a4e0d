import type pg from 'pg'
import { isWordKey, say } from '../../languages/index.ts'
import { checkSender, type Finding as DnsFinding, dnsOver, sendingHost } from '../../platform/mail/index.ts'
import type { Settings } from '../../platform/settings.ts'
import { bad, type Check, type Finding, good, warning } from '../check.ts'

type Sender = { address: string; returnAddress: string | null; selector: string | null; publicKey: string | null }

export default {
  name: 'Mailboxes can tell who sends',
  run: async ({ settings, client }) => {
    if (settings.smtpUrl === null || settings.demo) return good('mails are caught here, nobody judges the sender')
    const senders = client ? await sendersOf(client) : []
    if (senders.length === 0) return good('no sender address is entered yet')
    const found = await Promise.all(senders.map(sender => lookUp(settings, settings.smtpUrl ?? '', sender)))
    return summed(found.flat())
  },
} satisfies Check

async function sendersOf(client: pg.Client): Promise<Sender[]> {
  const { rows } = await client.query<{ there: boolean }>(`select to_regclass('dkim_keys') is not null as there`)
  if (!rows[0]?.there) return []
  const senders = await client.query<Sender>(
    `select w.sender_address as address, s.return_address as "returnAddress", k.selector, k.public_key as "publicKey" from workspaces w
     left join sending_settings s on s.workspace_id = w.workspace_id
     left join dkim_keys k on k.workspace_id = w.workspace_id and k.domain = lower(split_part(w.sender_address, '@', 2))
     where w.sender_address like '%@%' limit 20`,
  )
  return senders.rows
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase()

async function lookUp({ dnsServers, publicUrl }: Settings, smtpUrl: string, sender: Sender) {
  const dns = dnsOver(dnsServers)
  const domain = domainOf(sender.address)
  const host = await sendingHost(dns, smtpUrl, publicUrl).catch(() => ({ include: null, name: smtpUrl, addresses: [] }))
  const dkim = { selector: sender.selector ?? 'echolot', publicKey: sender.publicKey ?? '' }
  const findings = await checkSender(dns, {
    domain,
    returnDomain: domainOf(sender.returnAddress ?? domain),
    dkim,
    host,
  })
  // Without a key there is nothing to publish yet.
  return findings.filter(finding => finding.check !== 'dkim' || sender.publicKey).map(finding => ({ domain, finding }))
}

function summed(found: { domain: string; finding: DnsFinding }[]): Finding {
  const wrong = found.filter(({ finding }) => finding.state !== 'good')
  if (wrong.length === 0) return good(`SPF, DKIM, DMARC, MX and the reverse name stand for ${namesOf(found)}`)
  const sentence = wrong.map(({ domain, finding }) => `${domain}: ${sentenceOf(finding)}`).join(' ')
  const records = wrong.flatMap(({ finding: { record } }) =>
    record ? [`${record.name} ${record.type} "${record.value}"`] : [],
  )
  const remedy = records.length > 0 ? `Publish: ${records.join('; ')}` : 'Look again in a while.'
  return (wrong.some(({ finding }) => finding.state === 'bad') ? bad : warning)(sentence, remedy)
}

const namesOf = (found: { domain: string }[]): string => [...new Set(found.map(({ domain }) => domain))].join(', ')

function sentenceOf({ says, check }: DnsFinding): string {
  const key = `delivery.findings.${says}`
  return `${check.toUpperCase()}: ${isWordKey(key) ? say('en', key) : says}`
}

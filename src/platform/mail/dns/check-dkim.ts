import { dkimRecord } from '../dkim.ts'
import type { Finding } from './finding.ts'
import type { Dns } from './resolver.ts'

/** The public half of a key and the name it is published under. */
export type PublishedKey = { selector: string; publicKey: string }

/** Whether the record under the selector holds our public key. */
export async function checkDkim(dns: Dns, domain: string, { selector, publicKey }: PublishedKey): Promise<Finding> {
  const name = `${selector}._domainkey.${domain}`
  const records = await dns.txt(name)
  const keys = records.map(text => text.replace(/\s+/g, '').match(/(?:^|;)p=([^;]*)/i)?.[1] ?? '')
  const good = keys.includes(publicKey)
  return {
    check: 'dkim',
    state: good ? 'good' : 'bad',
    says: good ? 'dkim_good' : records.length === 0 ? 'dkim_missing' : 'dkim_other',
    found: records.join(' | ').slice(0, 600) || null,
    record: good ? null : { name, type: 'TXT', value: dkimRecord(publicKey) },
  }
}

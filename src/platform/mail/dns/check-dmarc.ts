import type { Finding } from './finding.ts'
import type { Dns } from './resolver.ts'

const MOST_LEVELS = 8

/** Whether a DMARC policy stands for the domain, found at it or above it, and the return path belongs to the same house. */
export async function checkDmarc(dns: Dns, domain: string, returnDomain: string): Promise<Finding> {
  const records = await policiesFor(dns, domain)
  const [policy] = records
  const finding = (state: Finding['state'], says: Finding['says'], mends = true): Finding => ({
    check: 'dmarc',
    state,
    says,
    found: records.join(' | ') || null,
    record: mends
      ? { name: `_dmarc.${domain}`, type: 'TXT', value: `v=DMARC1; p=none; rua=mailto:dmarc@${domain}` }
      : null,
  })
  if (!policy) return finding('bad', 'dmarc_missing')
  if (records.length > 1 || !/;\s*p\s*=\s*(none|quarantine|reject)\s*(;|$)/i.test(policy))
    return finding('bad', 'dmarc_broken')
  const sameHouse = isUnder(returnDomain, domain) || isUnder(domain, returnDomain)
  // The signature of the From domain alone satisfies DMARC; a foreign return path only takes the second leg away.
  return sameHouse ? finding('good', 'dmarc_good', false) : finding('warning', 'dmarc_return_foreign', false)
}

/** The policy of the nearest domain that has one, from the domain itself upwards, without the top level. */
async function policiesFor(dns: Dns, domain: string): Promise<string[]> {
  const labels = domain.split('.').slice(-MOST_LEVELS)
  for (let from = 0; from < labels.length - 1; from++) {
    const records = await dns.txt(`_dmarc.${labels.slice(from).join('.')}`)
    const policies = records.filter(text => /^v\s*=\s*DMARC1\s*(;|$)/i.test(text))
    if (policies.length > 0) return policies
  }
  return []
}

const isUnder = (name: string, domain: string): boolean => name === domain || name.endsWith(`.${domain}`)

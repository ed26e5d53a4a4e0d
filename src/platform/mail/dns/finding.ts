/** A DNS record as one types it into the form of a provider. */
export type DnsRecord = { name: string; type: 'TXT' | 'MX' | 'PTR'; value: string }

/** What a look at the DNS found, and the record that would mend it. */
export type Finding = {
  check: 'spf' | 'dkim' | 'dmarc' | 'mx' | 'reverse'
  state: 'good' | 'warning' | 'bad' | 'unknown'
  /** Which sentence says it; the words are the reader's language's. */
  says: string
  found: string | null
  record: DnsRecord | null
}

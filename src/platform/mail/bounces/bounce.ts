/** What a mail that came back says; `sentTo` are the addresses among which our return path is, `words` the server's own. */
export type Bounce = {
  kind: 'delivered' | 'delayed' | 'soft_bounce' | 'hard_bounce' | 'complaint'
  status: string | null
  words: string | null
  sentTo: string[]
}

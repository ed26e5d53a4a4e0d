/** How fast the mailboxes of one provider may be written to: its domains share one pace. */
export type UsualPace = { domain: string; members: readonly string[]; perMinute: number; concurrent: number }

/** What big providers take from one sender without complaining; a smaller provider than these needs no limit. */
export const USUAL_PACES: readonly UsualPace[] = [
  { domain: 'gmail.com', members: ['gmail.com', 'googlemail.com'], perMinute: 600, concurrent: 5 },
  {
    domain: 'outlook.com',
    members: [
      'outlook.com',
      'outlook.de',
      'hotmail.com',
      'hotmail.de',
      'hotmail.fi',
      'hotmail.co.uk',
      'hotmail.fr',
    ].concat(['live.com', 'live.de', 'msn.com']),
    perMinute: 300,
    concurrent: 4,
  },
  {
    domain: 'yahoo.com',
    members: ['yahoo.com', 'yahoo.de', 'yahoo.co.uk', 'yahoo.fr', 'ymail.com', 'aol.com'],
    perMinute: 300,
    concurrent: 3,
  },
  {
    domain: 'gmx.net',
    members: ['gmx.net', 'gmx.de', 'gmx.at', 'gmx.ch', 'gmx.com', 'web.de', 'mail.com'],
    perMinute: 200,
    concurrent: 3,
  },
  { domain: 'icloud.com', members: ['icloud.com', 'me.com', 'mac.com'], perMinute: 200, concurrent: 3 },
  { domain: 't-online.de', members: ['t-online.de', 'magenta.de'], perMinute: 100, concurrent: 2 },
]

const groupOf = new Map(USUAL_PACES.flatMap(pace => pace.members.map(member => [member, pace.domain] as const)))

/** The domain under which the pace of an address is kept. */
export function paceDomain(address: string): string {
  const domain = domainOf(address)
  return groupOf.get(domain) ?? domain
}

/** What stands behind the @, in lower case. */
export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase()

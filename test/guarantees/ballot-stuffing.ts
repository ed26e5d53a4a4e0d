// S6: programs press an open link and a widget thousands of times; nothing is refused or lost, and almost none of it counts.

import { migratedDatabase } from '../../scripts/gen/scratch-database.ts'
import { Database } from '../../src/platform/database/index.ts'
import { companyWithLinks, freshKey } from '../harness/company-with-links.ts'

export const guarantee = 'S6'
export const promise =
  'Who stuffs the ballot of an open link or widget moves no figure: what is beyond the usual is kept, set aside and shown, from one address or a thousand.'
export const small = { posts: 1500 }
export const long = { posts: 10_000 }

const AT_ONCE = 50
/** One address has 20 a minute, a survey 5 × 10 in ten minutes: all the rest waits for a look. */
const OF_AN_ADDRESS = 20
const OF_A_SURVEY = 50
const ADDRESSES = 1000

type House = Awaited<ReturnType<typeof companyWithLinks>>

export async function run({ posts }: { posts: number }) {
  const scratch = await migratedDatabase()
  const database = new Database(scratch.url, { connections: 8 })
  try {
    const house = await companyWithLinks(database)
    const wrong = [...(await fromOneAddress(house, posts)), ...(await fromManyAddresses(house, posts))]
    const detail =
      wrong.join('; ') || `${posts} from one address and ${posts} from ${ADDRESSES}: all kept, all but a few set aside`
    return { name: 'answers by programs', runs: 2 * posts, failures: wrong.length, seed: 0, detail }
  } finally {
    await database.close()
    await scratch.stop()
  }
}

async function fromOneAddress({ openLink, send, stored }: House, posts: number): Promise<string[]> {
  const link = await openLink()
  const replies = await flood(posts, () => send(link.key, { key: freshKey(), score: 0 }))
  const { confirmed = 0, many_from_one_address: aside = 0 } = byState(await stored(link.surveyId))
  return [
    ...(replies[201] === posts ? [] : [`from one address: ${JSON.stringify(replies)}`]),
    ...(confirmed <= OF_AN_ADDRESS ? [] : [`${confirmed} of one address count`]),
    ...(confirmed + aside === posts ? [] : [`${confirmed + aside} of ${posts} are kept`]),
  ]
}

/** With the origin that the widget may have, forged: origins prove nothing. */
async function fromManyAddresses({ openLink, send, stored }: House, posts: number): Promise<string[]> {
  const origin = 'https://shop.example'
  const link = await openLink({ channel: 'widget', origins: [origin] })
  const from = (i: number) => ({
    'x-forwarded-for': `203.0.${Math.floor((i % ADDRESSES) / 250)}.${i % 250}`,
    origin,
  })
  const replies = await flood(posts, i => send(link.key, { key: freshKey(), score: 10 }, from(i)))
  const counts = byState(await stored(link.surveyId))
  const aside = (counts.unusual_rush ?? 0) + (counts.many_from_one_address ?? 0)
  return [
    ...(replies[201] === posts ? [] : [`from many addresses: ${JSON.stringify(replies)}`]),
    ...(counts.confirmed === OF_A_SURVEY ? [] : [`${counts.confirmed} count, not ${OF_A_SURVEY}`]),
    ...(aside === posts - OF_A_SURVEY ? [] : [`${aside} are set aside`]),
  ]
}

/** So many at once, as a program would; how many got which reply. */
export async function flood(count: number, sendOne: (i: number) => Promise<{ status: number }>) {
  const statuses: Record<number, number> = {}
  for (let from = 0; from < count; from += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, i) => sendOne(from + i))
    for (const { status } of await Promise.all(some)) statuses[status] = (statuses[status] ?? 0) + 1
  }
  return statuses
}

/** How many answers count, and how many were set aside for which reason. */
export function byState(rows: { state: string; evidence: string | null }[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { state, evidence } of rows) {
    const name = evidence ?? state
    counts[name] = (counts[name] ?? 0) + 1
  }
  return counts
}

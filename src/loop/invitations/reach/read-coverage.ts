import type { Reader } from '../../../platform/database/index.ts'
import type { Tools } from '../../../platform/tools.ts'
import type { Coverage } from '../../../vocabulary/index.ts'
import { addresses } from '../../people/index.ts'
import { suppressedAmong } from '../waves/queries/candidates.ts'
import { addressedPeople, coverageRows } from './queries.ts'

const DAY_MS = 86_400_000
const PORTION = 5000
const FIRST = '00000000-0000-0000-0000-000000000000'
const NOBODY = { people: 0, reachable: 0, noAddress: 0, noBasis: 0, suppressed: 0, asked: 0, answered: 0 }

type Part = Coverage['parts'][number]

/** Who can be asked, who was, who answered, and who never is, in parts by one field. */
export async function readCoverage(
  reader: Reader,
  { by, days }: { by: string; days: number },
  { settings, clock }: Pick<Tools, 'settings' | 'clock'>,
): Promise<Coverage> {
  const rows = await coverageRows(reader, by, new Date(clock().getTime() - days * DAY_MS))
  const suppressed = await suppressedByPart(reader, by, settings.secret)
  const parts = rows.map((row): Part => {
    const own = suppressed.get(row.value) ?? 0
    return { ...row, suppressed: own, reachable: row.people - row.noAddress - row.noBasis - own }
  })
  return { by, days, total: parts.reduce(add, NOBODY), parts }
}

function add(sum: typeof NOBODY, part: Part): typeof NOBODY {
  const names = Object.keys(NOBODY) as (keyof typeof NOBODY)[]
  return Object.fromEntries(names.map(name => [name, sum[name] + part[name]])) as typeof NOBODY
}

/** People who may be asked by law, but none of whose addresses wants mail. */
async function suppressedByPart(reader: Reader, by: string, secret: string): Promise<Map<string | null, number>> {
  const counts = new Map<string | null, number>()
  for (let after: string | null = FIRST; after !== null; ) {
    const people: Awaited<ReturnType<typeof addressedPeople>> = await addressedPeople(reader, by, after, PORTION)
    const keys = people.map(person => addresses.withKeys(person, secret).map(({ key }) => key))
    const dead = await suppressedAmong(reader, keys.flat())
    for (const [i, { value }] of people.entries()) {
      const own = keys[i] ?? []
      if (own.length > 0 && own.every(key => dead.has(key.toString('base64'))))
        counts.set(value, (counts.get(value) ?? 0) + 1)
    }
    after = people.length < PORTION ? null : (people.at(-1)?.personId ?? null)
  }
  return counts
}

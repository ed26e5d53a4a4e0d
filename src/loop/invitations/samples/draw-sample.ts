import { randomStream } from '../../../stats/index.ts'
import type { Drawn, Sample } from '../../../vocabulary/index.ts'
import { allocate } from './allocate.ts'

/** Somebody who was drawn, with how much the answer counts; null where all count alike. */
export type Chosen<Person> = Person & { weight: number | null }
type Member = { personId: string; part: string | null }

/** Draws a random sample: the same frame and seed give the same people, in whatever order the frame comes. */
export function drawSample<Person extends Member>(
  frame: Person[],
  sample: Sample,
  seed: number,
): { chosen: Chosen<Person>[]; drawn: Drawn } {
  const stream = randomStream(seed)
  const tickets = [...frame]
    .sort((a, b) => (a.personId < b.personId ? -1 : 1))
    .map(person => ({ person, ticket: stream() }))
  const strata = new Map<string | null, typeof tickets>()
  for (const one of tickets) {
    const value = sample.by ? one.person.part : null
    const own = strata.get(value)
    if (own) own.push(one)
    else strata.set(value, [one])
  }
  const parts = [...strata].sort(([a], [b]) => (a ?? '').localeCompare(b ?? ''))
  const lots = stratify(
    parts.map(([value, own]) => ({ value, frame: own.length })),
    sample,
  )
  const chosen = parts.flatMap(([, own], i) => {
    const lot = lots[i]
    const weight = lot && lot.weight !== 1 ? lot.weight : null
    const first = own.sort((a, b) => a.ticket - b.ticket).slice(0, lot?.drawn ?? 0)
    return first.map(({ person }) => ({ ...person, weight }))
  })
  return { chosen, drawn: { seed, frame: frame.length, drawn: chosen.length, by: sample.by ?? null, strata: lots } }
}

/** How many of each part are drawn, and how much each of their answers counts so that parts stand as they are among all. */
export function stratify(parts: { value: string | null; frame: number }[], sample: Sample): Drawn['strata'] {
  const counts = allocate(
    parts.map(part => part.frame),
    sample.size,
    sample.allocation,
  )
  const frame = parts.reduce((sum, part) => sum + part.frame, 0)
  const drawn = counts.reduce((sum, count) => sum + count, 0)
  return parts.map((part, i) => {
    const own = counts[i] ?? 0
    const unequal = sample.by !== undefined && sample.allocation === 'equal' && own > 0
    return { ...part, drawn: own, weight: unequal ? (part.frame / frame) * (drawn / own) : 1 }
  })
}

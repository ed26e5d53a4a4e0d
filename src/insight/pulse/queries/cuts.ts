import { type RawBuilder, sql } from 'kysely'
import { answersAt, partOf } from '../../../loop/attributes/index.ts'
import { type AttributeDefinitions, isShaped, namesAbove } from '../../../vocabulary/index.ts'
import type { Attributes } from './tallies.ts'

/** How kinds of answers are made and taken apart again. */
type Cuts = {
  /** What no kind holds: values that are different for everybody, and numbers that count by their band. */
  leftOut: string[]
  /** The bands of an answer, beside its other attributes. */
  bands: RawBuilder<unknown>
  /** Attributes that are cut by their plain value. */
  plain: string[]
  /** Further arms of the union: bands, yes and no, and what lies below something else. */
  arms: RawBuilder<unknown>[]
}

/** The cuts of the attributes that split answers, over answers `r` and kinds `kind`. */
export function cutsOf(definitions: AttributeDefinitions, { splitting, others }: Attributes): Cuts {
  const shaped = splitting.map(({ attribute }) => definitions.get(attribute)).filter(isShaped)
  const banded = shaped.filter(({ bands }) => bands !== null).map(({ name }) => name)
  const composed = shaped.filter(({ bands }) => bands === null).map(({ name }) => name)
  const needed = new Set(composed.flatMap(name => namesAbove(definitions, name)))
  const bands = banded.map(name => partOf(definitions, name, answersAt('r')))
  const arm = (name: string, part: RawBuilder<unknown>) => sql`union all
    select ${name}::text, ${part}, kind.score, sum(kind.count)::int from kind where ${part} is not null group by 2, 3`
  return {
    leftOut: [...others.filter(name => !needed.has(name)), ...banded],
    bands: bands.length > 0 ? sql`array[${sql.join(bands)}]::text[]` : sql`null::text[]`,
    plain: splitting.flatMap(({ attribute }) => (isShaped(definitions.get(attribute)) ? [] : [attribute])),
    arms: [
      ...banded.map((name, at) => arm(name, sql`kind.bands[${at + 1}::int]`)),
      ...composed.map(name => arm(name, partOf(definitions, name, answersAt('kind')))),
    ],
  }
}

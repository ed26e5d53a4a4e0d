import type { Reader } from '../../platform/database/index.ts'
import {
  type AttributeBand,
  type BandsPreview,
  type BandsQuestion,
  bandNames,
  isBanded,
} from '../../vocabulary/index.ts'
import { peopleByBand, peopleWith, quartersOf, unreadableValues } from './queries/occurring.ts'

/** How many people bands would hold, and bands of about equal size to begin with; saves nothing. */
export async function previewBands(reader: Reader, { name, type, bands }: BandsQuestion): Promise<BandsPreview> {
  const banded = isBanded(type)
  const sizes = bands ? await peopleByBand(reader, { name, type, bands }) : new Map<string, number>()
  return {
    people: await peopleWith(reader, name),
    unreadable: banded ? await unreadableValues(reader, { name, type }) : { people: 0, examples: [] },
    bands: bandNames(bands ?? []).map(band => ({ name: band, people: sizes.get(band) ?? 0 })),
    suggestion: banded ? bandsFrom(await quartersOf(reader, { name, type })) : null,
  }
}

/** Bounds as people would choose them: two figures that count, each one once. */
function bandsFrom(bounds: (number | null)[] | null): AttributeBand[] | null {
  const round = (bounds ?? []).flatMap(bound => (bound === null ? [] : [Number(bound.toPrecision(2))]))
  const rising = [...new Set(round)].toSorted((a, b) => a - b)
  return rising.length === 0 ? null : [...rising, null].map(below => ({ below, label: null }))
}

import { moverDifference, moverP } from '../difference-mover.ts'
import { nps } from '../nps.ts'
import { pAdjust } from '../p-adjust.ts'
import { at } from '../special/at.ts'
import { complementOf, sizeOf, type Tally } from '../tally.ts'

/** What the customers who mention a theme do to the NPS of all; an association, not a promise. */
export type ThemeImpact = {
  key: string
  n: number
  share: number
  npsWith: number | null
  npsWithout: number | null
  /** NPS of all minus NPS without the customers that mention the theme. */
  impact: number | null
  lower: number | null
  upper: number | null
  /** That those who mention it score as the others; q corrected for all themes. */
  p: number | null
  q: number | null
}

/**
 * Impact of each theme on NPS: (NPS of all) − (NPS without the customers that mention it), with limits from the MOVER
 * interval of the two groups scaled by the theme's share, and Benjamini-Hochberg over all themes.
 * All null where nobody or everybody mentions the theme. Throws RangeError when a theme exceeds the whole.
 * @example themeImpacts([{ key: 'price', tally: { promoters: 0, passives: 0, detractors: 10 } }], { promoters: 60, passives: 20, detractors: 20 })[0]?.impact // => -0.155555555555556
 */
export const themeImpacts = (
  themes: readonly { key: string; tally: Tally }[],
  whole: Tally,
  options: { conf?: number } = {},
): ThemeImpact[] => {
  const rows = themes.map(({ key, tally }) => impactOf(key, tally, whole, options.conf))
  const tested = rows.flatMap((row, i) => (row.p === null ? [] : [{ i, p: row.p }]))
  const q = pAdjust(
    tested.map(({ p }) => p),
    'BH',
  )
  const qOf = new Map(tested.map(({ i }, order) => [i, at(q, order)]))
  return rows.map((row, i) => ({ ...row, q: qOf.get(i) ?? null }))
}

const impactOf = (key: string, tally: Tally, whole: Tally, conf?: number): ThemeImpact => {
  const rest = complementOf(whole, tally)
  const [n, all] = [sizeOf(tally), sizeOf(whole)]
  const share = all > 0 ? n / all : 0
  const [npsWith, npsWithout, npsAll] = [nps(tally), nps(rest), nps(whole)]
  const gap = moverDifference(tally, rest, conf)
  const known = npsWithout !== null && npsAll !== null && gap !== null
  return {
    key,
    n,
    share,
    npsWith,
    npsWithout,
    impact: known ? npsAll - npsWithout : null,
    lower: known ? share * gap.lower : null,
    upper: known ? share * gap.upper : null,
    p: known ? moverP(tally, rest) : null,
    q: null,
  }
}

import {
  type Chart,
  type ChartWords,
  flows,
  npsIntervalLine,
  ratingBars,
  scoreBars,
  segmentForest,
  sharesAgainstChance,
  sharesBar,
  shareTrend,
  sparkline,
  trendWithBand,
} from '../../src/charts/index.ts'

type Sample = (width: number, words: ChartWords) => Chart

const months = (values: (number | null)[]) =>
  values.map((nps, at) => ({
    start: new Date(Date.UTC(2025, 10 + at, 1)).toISOString(),
    n: nps === null ? 0 : 60 + ((at * 53) % 140),
    nps: nps === null ? null : nps + ((at * 7) % 9) - 4,
    level: nps === null ? null : nps,
    lower: nps === null ? null : nps - 4 - (at % 3),
    upper: nps === null ? null : nps + 4 + (at % 3),
  }))

const row = (label: string, detail: string, nps: number, half: number, verdict: 'real' | 'noise') => ({
  label,
  detail,
  nps,
  lower: nps - half,
  upper: nps + half,
  verdict,
})

const moved = (label: string, detail: string, share: number, lower: number) => ({
  label,
  detail,
  share,
  lower,
  upper: Math.min(1, share + 0.06),
  chance: { lower: 0.16, upper: 0.22 },
})

const rated = (month: number, share: number | null) => ({
  start: new Date(Date.UTC(2026, month, 1)).toISOString(),
  n: share === null ? 0 : 40 + month * 30,
  share,
  lower: share === null ? null : Math.max(0, share - 0.1),
  upper: share === null ? null : Math.min(1, share + 0.08),
})

/** Every chart with ordinary figures, with none at all, and with a single answer. */
export const CHART_SAMPLES: Record<string, { sample: Sample; empty: Sample; single: Sample }> = {
  scoreBars: {
    sample: (width, words) => scoreBars({ counts: [34, 15, 26, 37, 47, 108, 118, 287, 400, 548, 492], width }, words),
    empty: (width, words) => scoreBars({ counts: Array(11).fill(0), width }, words),
    single: (width, words) => scoreBars({ counts: [0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0], width }, words),
  },
  ratingBars: {
    sample: (width, words) =>
      ratingBars({ opening: 'ces', from: 1, counts: [4, 9, 12, 30, 61, 88, 140], width }, words),
    empty: (width, words) => ratingBars({ opening: 'csat', from: 1, counts: [0, 0, 0, 0, 0], width }, words),
    single: (width, words) => ratingBars({ opening: 'stars', from: 1, counts: [0, 0, 0, 1, 0], width }, words),
  },
  shareTrend: {
    sample: (width, words) =>
      shareTrend(
        { periods: [rated(0, 0.62), rated(1, null), rated(2, 0.7), rated(3, 0.81)], unit: 'month', width },
        words,
      ),
    empty: (width, words) => shareTrend({ periods: [], unit: 'week', width }, words),
    single: (width, words) => shareTrend({ periods: [rated(0, 1)], unit: 'week', width }, words),
  },
  npsIntervalLine: {
    sample: (width, words) =>
      npsIntervalLine(
        { now: { nps: 31, lower: 28, upper: 34 }, before: { label: 'spring', nps: 37, lower: 33, upper: 41 }, width },
        words,
      ),
    empty: (width, words) => npsIntervalLine({ now: null, width }, words),
    single: (width, words) => npsIntervalLine({ now: { nps: 100, lower: -58, upper: 100 }, width }, words),
  },
  trendWithBand: {
    sample: (width, words) =>
      trendWithBand(
        {
          periods: months([33, 34, 34, null, 36, 37, 37, 38, 37, 36, 34, 32, 31]),
          unit: 'month',
          breaks: [{ start: '2026-07-12', label: 'Price rise, 12 Jul', note: 'level falls from here' }],
          width,
        },
        words,
      ),
    empty: (width, words) => trendWithBand({ periods: [], unit: 'month', width }, words),
    single: (width, words) =>
      trendWithBand(
        { periods: [{ start: '2026-11-01', n: 1, nps: 100, level: 100, lower: -58, upper: 100 }], unit: 'week', width },
        words,
      ),
  },
  segmentForest: {
    sample: (width, words) =>
      segmentForest(
        {
          rows: [
            { ...row('Large firms', 'Size · n 312', 54, 8, 'real'), note: 'most loyal' },
            row('Frequent users', 'Use · n 640', 46, 6, 'real'),
            row('Finland', 'Country · n 178', 41, 12, 'noise'),
            { ...row('All customers', 'n 2,112', 31, 3, 'real'), whole: true },
            row('Individuals and one-person businesses', 'Size · n 402', 24, 8, 'noise'),
            { ...row('Small firms', 'Size · n 588', 11, 7, 'real'), note: 'needs care' },
          ],
          width,
        },
        words,
      ),
    empty: (width, words) => segmentForest({ rows: [], width }, words),
    single: (width, words) => segmentForest({ rows: [row('Finland', 'n 1', 100, 0, 'noise')], width }, words),
  },
  sharesBar: {
    sample: (width, words) => sharesBar({ counts: [34, 15, 26, 37, 47, 108, 118, 287, 400, 548, 492], width }, words),
    empty: (width, words) => sharesBar({ counts: Array(11).fill(0), width }, words),
    single: (width, words) => sharesBar({ counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0], width }, words),
  },
  sparkline: {
    sample: (width, words) => sparkline({ values: [33, 34, 34, null, 36, 37, 31], width: Math.min(width, 96) }, words),
    empty: (width, words) => sparkline({ values: [], width: Math.min(width, 96) }, words),
    single: (width, words) => sparkline({ values: [100], width: Math.min(width, 96) }, words),
  },
  flows: {
    sample: (width, words) =>
      flows(
        {
          columns: ['Spring 2026', 'Autumn 2026'],
          flows: [
            { column: 0, from: 'promoter', to: 'promoter', count: 266 },
            { column: 0, from: 'promoter', to: 'passive', count: 74 },
            { column: 0, from: 'promoter', to: 'detractor', count: 20 },
            { column: 0, from: 'promoter', to: 'none', count: 120 },
            { column: 0, from: 'passive', to: 'promoter', count: 105, strong: true },
            { column: 0, from: 'passive', to: 'passive', count: 108 },
            { column: 0, from: 'passive', to: 'detractor', count: 40 },
            { column: 0, from: 'passive', to: 'none', count: 97 },
            { column: 0, from: 'detractor', to: 'promoter', count: 21 },
            { column: 0, from: 'detractor', to: 'passive', count: 32 },
            { column: 0, from: 'detractor', to: 'detractor', count: 92 },
            { column: 0, from: 'detractor', to: 'none', count: 85 },
          ],
          width,
        },
        words,
      ),
    empty: (width, words) => flows({ columns: ['1984', '1985'], flows: [], width }, words),
    single: (width, words) =>
      flows({ columns: ['1984', '1985'], flows: [{ column: 0, from: 'passive', to: 'none', count: 1 }], width }, words),
  },
  sharesAgainstChance: {
    sample: (width, words) =>
      sharesAgainstChance(
        {
          rows: [
            { ...moved('Passive to promoter', '84 of 249', 0.337, 0.28), verdict: 'real' },
            { ...moved('Promoter to lower', '385 of 801', 0.21, 0.15), verdict: 'noise' },
          ],
          width,
        },
        words,
      ),
    empty: (width, words) => sharesAgainstChance({ rows: [], width }, words),
    single: (width, words) =>
      sharesAgainstChance(
        { rows: [{ ...moved('Passive to promoter', '1 of 1', 1, 0.21), verdict: 'noise' }], width },
        words,
      ),
  },
}

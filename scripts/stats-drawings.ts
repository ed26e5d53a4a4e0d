// Draws docs/statistics/img/*.svg from the functions themselves: `npx tsx scripts/stats-drawings.ts`.
import { mkdirSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import {
  categoryOf,
  compare,
  locationScale,
  newcombeDifference,
  npsInterval,
  nullTransition,
  scoreTable,
  tallyOf,
  wilson,
} from '../src/stats/index.ts'
import { normalDensity } from '../src/stats/special/normal.ts'
import { box, dot, line, paper, path, scale, words } from './drawing-paper.ts'
import { coverage } from './interval-coverage.ts'

const points = (value: number) => `${value < 0 ? '−' : ''}${Math.abs(Math.round(value * 100))}`
const percent = (value: number) => `${Math.round(value * 100)} %`

/** Exact coverage of the default interval and of the usual one, by the number of answers. */
const intervals = () => {
  const sizes = [5, 7, 10, 15, 20, 30, 40, 60, 80, 100]
  const shares = { promoter: 0.85, passive: 0.1, detractor: 0.05 }
  const [x, y] = [scale([0, 100], [70, 560]), scale([0.4, 1], [250, 70])]
  const drawn = (method: 'default' | 'wald') => sizes.map(n => ({ x: x(n), y: y(coverage(n, shares, method)) }))
  const grid = [0.4, 0.6, 0.8, 0.95].map(share => [
    line({ x: 70, y: y(share) }, { x: 560, y: y(share) }, { colour: 'line' }),
    words({ x: 62, y: y(share) + 4 }, percent(share), { anchor: 'end' }),
  ])
  const ticks = [5, 20, 40, 60, 80, 100].map(n => words({ x: x(n), y: 270 }, `${n}`, { anchor: 'middle' }))
  const [good, poor] = [drawn('default'), drawn('wald')]
  return paper(
    {
      title: 'An interval that says 95 % should be right 95 times in 100',
      says: 'With few answers the usual interval misses the truth far too often; the default one keeps its promise from five answers on.',
      height: 310,
    },
    [
      grid.flat(),
      ticks,
      path(poor, { colour: 'noise', dashed: true, width: 2 }),
      path(good, { colour: 'accent', width: 2.5 }),
      words({ x: 570, y: (good.at(-1)?.y ?? 0) - 6 }, 'Echolot’s default', { colour: 'accent', bold: true }),
      words({ x: 570, y: (poor.at(-1)?.y ?? 0) + 20 }, 'the usual interval', { colour: 'noise', bold: true }),
      words({ x: 315, y: 294 }, 'answers (85 % promoters, 10 % passives, 5 % detractors)', { anchor: 'middle' }),
    ],
  )
}

const changes = [
  { name: '100 answers: 30 after 15', now: [50, 30, 20], before: [37, 41, 22] },
  { name: '1,000 answers: 18 after 10', now: [400, 380, 220], before: [350, 400, 250] },
  { name: 'Airport, 2018 after 2017', now: [1268, 935, 447], before: [1436, 968, 342] },
  { name: '10 answers: 60 after 20', now: [7, 2, 1], before: [4, 4, 2] },
]

const tally = ([promoters = 0, passives = 0, detractors = 0]: number[]) => ({ promoters, passives, detractors })

/** Differences of two NPS with their own intervals; filled where chance alone does not explain them. */
const change = () => {
  const x = scale([-0.5, 1], [230, 560])
  const rows = changes.flatMap(({ name, now, before }, i) => {
    const found = compare(tally(now), tally(before))
    if (!found) return []
    const [y, real] = [90 + i * 44, found.verdict === 'real']
    const colour = real ? 'ink' : 'noise'
    return [
      words({ x: 24, y: y + 4 }, name, { colour: 'ink' }),
      line({ x: x(found.lower), y }, { x: x(found.upper), y }, { colour, width: 2, dashed: !real }),
      dot({ x: x(found.difference), y }, { colour, fill: real }),
      words({ x: 590, y: y + 4 }, `${points(found.difference)}, ${real ? 'real' : 'cannot tell'}`, {
        colour,
        bold: real,
      }),
    ]
  })
  const ticks = [-0.5, 0, 0.5, 1].map(value => words({ x: x(value), y: 272 }, points(value), { anchor: 'middle' }))
  return paper(
    {
      title: 'Is the change real? Look at the interval of the difference',
      says: 'Four changes with their intervals. Fifteen points among 100 answers cannot be told from chance; eight among 1,000 can.',
      height: 290,
    },
    [line({ x: x(0), y: 62 }, { x: x(0), y: 254 }, { colour: 'soft', width: 1 }), rows.flat(), ticks],
  )
}

/** What passives do by themselves, what they did in both arms, and the difference that counts. */
const playbook = () => {
  const x = scale([0, 0.6], [250, 690])
  const band = [0.4, 0.6, 0.8].map(
    rho => nullTransition({ promoter: 0.5, passive: 0.3, detractor: 0.2 }, rho)[1]?.[0] ?? 0,
  )
  const bar = (y: number, name: string, hits: number, n: number) => {
    const limits = wilson(hits, n)
    return [
      words({ x: 24, y: y + 4 }, name, { colour: 'ink' }),
      line({ x: x(limits?.lower ?? 0), y }, { x: x(limits?.upper ?? 0), y }, { width: 2 }),
      dot({ x: x(hits / n), y }),
      words({ x: x(limits?.upper ?? 0) + 10, y: y + 4 }, percent(hits / n), { colour: 'ink' }),
    ]
  }
  const effect = newcombeDifference({ x: 410, n: 1000 }, { x: 340, n: 1000 })
  return paper(
    {
      title: 'Of 1,000 passives with the playbook 410 became promoters. Did it work?',
      says: 'By chance alone 31 to 43 % would move. Of those left alone 34 % did. The playbook’s own part is 7 points, between 3 and 11.',
      height: 300,
    },
    [
      box({ x: x(Math.min(...band)), y: 72 }, { x: x(Math.max(...band)), y: 96 }, { colour: 'noise', opacity: 0.25 }),
      words({ x: 24, y: 88 }, 'by itself, opinion unchanged', { colour: 'ink' }),
      words({ x: x(Math.max(...band)) + 10, y: 88 }, `${percent(Math.min(...band))} to ${percent(Math.max(...band))}`),
      bar(132, 'left alone (drawn by lot)', 340, 1000),
      bar(176, 'with the playbook', 410, 1000),
      words({ x: 24, y: 224 }, 'the playbook’s own part', { colour: 'accent', bold: true }),
      line({ x: x(effect?.lower ?? 0), y: 220 }, { x: x(effect?.upper ?? 0), y: 220 }, { colour: 'accent', width: 3 }),
      dot({ x: x(effect?.difference ?? 0), y: 220 }, { colour: 'accent' }),
      words(
        { x: x(effect?.upper ?? 0) + 10, y: 224 },
        `7 points, between ${points(effect?.lower ?? 0)} and ${points(effect?.upper ?? 0)}`,
        { colour: 'accent', bold: true },
      ),
      [0, 0.2, 0.4, 0.6].map(share => words({ x: x(share), y: 268 }, percent(share), { anchor: 'middle' })),
    ],
  )
}

/** People asked twice, a year apart, in a German panel: how many gave each score, and how many of them 9 or 10 next. */
export const panel = {
  n: [208, 116, 277, 465, 549, 1942, 1032, 1722, 2609, 1265, 1677],
  hits: [6, 5, 10, 20, 27, 125, 73, 197, 578, 567, 986],
}

const looks = { promoter: ['▲', 'promoter'], passive: ['●', 'eight'], detractor: ['▼', 'detractor'] } as const
const signOf = (score: number) => looks[categoryOf(score)][0]
const colourOf = (score: number) => (score === 7 ? 'seven' : looks[categoryOf(score)][1])

const seven = () => {
  const [x, y] = [scale([0, 10], [80, 670]), scale([0, 0.65], [270, 64])]
  const { rows } = scoreTable(panel)
  const grid = [0, 0.2, 0.4, 0.6].map(share => [
    line({ x: 60, y: y(share) }, { x: 690, y: y(share) }, { colour: 'line' }),
    words({ x: 52, y: y(share) + 4 }, percent(share), { anchor: 'end' }),
  ])
  const marks = rows.map(({ score, share, lower, upper }) => [
    line({ x: x(score), y: y(lower ?? 0) }, { x: x(score), y: y(upper ?? 0) }, { colour: colourOf(score), width: 2 }),
    words({ x: x(score), y: y(share ?? 0) + 5 }, signOf(score), {
      colour: colourOf(score),
      anchor: 'middle',
      size: 15,
    }),
    words({ x: x(score), y: 292 }, `${score}`, { anchor: 'middle', colour: 'ink', bold: score === 7 || score === 8 }),
  ])
  const label = (score: number) =>
    words({ x: x(score) - 10, y: y(rows[score]?.share ?? 0) - 12 }, percent(rows[score]?.share ?? 0), {
      anchor: 'end',
      colour: 'ink',
      bold: true,
    })
  return paper(
    {
      title: 'Who gave 9 or 10 a year later, by the first score: an 8 twice as often as a 7',
      says: 'Share of people who gave 9 or 10 a year after each score. After a 7 it is 11 %, after an 8 it is 22 %.',
      height: 326,
    },
    [
      grid.flat(),
      path(
        rows.map(row => ({ x: x(row.score), y: y(row.smoothed ?? 0) })),
        { colour: 'soft', width: 1 },
      ),
      marks.flat(),
      label(7),
      label(8),
      words({ x: 375, y: 314 }, 'score at first (11,862 pairs of ratings, nobody did anything in between)', {
        anchor: 'middle',
      }),
    ],
  )
}

/** Two invented countries whose customers like the company equally (location 0); one shuns the ends of the scale. */
export const styles = {
  expressive: [25, 10, 18, 24, 20, 170, 117, 268, 498, 372, 478],
  middling: [0, 0, 0, 0, 1, 26, 55, 286, 928, 548, 156],
}

const countries = () => {
  const groups = [
    { key: 'expressive', counts: styles.expressive },
    { key: 'middling', counts: styles.middling },
  ]
  const fit = locationScale(groups)
  const x = scale([-3.2, 3.2], [60, 660])
  const cut = (score: number) => fit?.thresholds[score - 1] ?? 0
  const curves = groups.flatMap(({ key, counts }, i) => {
    const place = fit?.groups[i]
    const [middle, spread] = [place?.location ?? 0, Math.exp(place?.logScale ?? 0)]
    const floor = 140 + i * 130
    const at = (u: number) => ({ x: x(u), y: floor - (70 * normalDensity((u - middle) / spread)) / spread / 0.6 })
    const between = (from: number, to: number) =>
      Array.from({ length: 81 }, (_, step) => at(from + ((to - from) * step) / 80))
    const interval = npsInterval(tallyOf(counts))
    const net = tallyOf(counts)
    const n = net.promoters + net.passives + net.detractors
    return [
      path(between(-3.2, cut(7)), { colour: 'detractor', floor, opacity: 0.35 }),
      path(between(cut(7), cut(9)), { colour: 'eight', floor, opacity: 0.3 }),
      path(between(cut(9), 3.2), { colour: 'promoter', floor, opacity: 0.4 }),
      path(between(-3.2, 3.2), { colour: 'ink' }),
      line({ x: x(middle), y: floor }, { x: x(middle), y: at(middle).y }, { colour: 'accent', dashed: true }),
      words({ x: 24, y: floor - 66 }, key === 'expressive' ? 'uses the ends' : 'keeps to the middle', {
        colour: 'ink',
        bold: true,
      }),
      words(
        { x: 24, y: floor - 48 },
        `NPS ${points((net.promoters - net.detractors) / n)} (${points(interval?.lower ?? 0)} to ${points(interval?.upper ?? 0)})`,
      ),
      words({ x: x(cut(7)) - 6, y: floor + 18 }, '▼ 0–6', { colour: 'detractor', anchor: 'end' }),
      words({ x: (x(cut(7)) + x(cut(9))) / 2, y: floor + 18 }, '● 7–8', { colour: 'eight', anchor: 'middle' }),
      words({ x: x(cut(9)) + 6, y: floor + 18 }, '▲ 9–10', { colour: 'promoter' }),
    ]
  })
  return paper(
    {
      title: 'The same liking, two ways to use a scale',
      says: 'Two countries with the same average liking. The one that keeps to the middle shows another NPS only because fewer people use the ends.',
      height: 322,
    },
    [
      curves,
      words({ x: 360, y: 308 }, 'liking, on one hidden scale; the dashed lines are the averages', { anchor: 'middle' }),
    ],
  )
}

/** Every drawing by its file name. */
export const drawings = (): Record<string, string> => ({
  'intervals.svg': intervals(),
  'change.svg': change(),
  'playbook.svg': playbook(),
  'seven.svg': seven(),
  'countries.svg': countries(),
})

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const folder = new URL('../docs/statistics/img/', import.meta.url)
  mkdirSync(folder, { recursive: true })
  for (const [name, svg] of Object.entries(drawings())) writeFileSync(new URL(name, folder), svg)
}

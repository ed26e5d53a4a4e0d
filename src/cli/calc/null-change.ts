import { expectedFollowUp, nullJoint, nullTransition, panelMovement, regressionOfSelected } from '../../stats/index.ts'
import { type Context, columnOf } from './context.ts'
import { type Input, readNumber, readText } from './fields.ts'
import type { Methods } from './methods.ts'

// The reference cases order categories upwards: detractor, passive, promoter.
const upwards = (table: number[][]): number[][] => table.map(row => [...row].reverse()).reverse()

const byItself = (input: Input) => {
  const [promoter, passive, detractor] = ['promoter', 'passive', 'detractor'].map(name => readNumber(input, name)) as [
    number,
    number,
    number,
  ]
  const margins = { promoter, passive, detractor }
  const rho = readNumber(input, 'rho')
  const moves = nullTransition(margins, rho)
  const move = (from: number, to: number) => moves[from]?.[to] ?? 0
  return {
    order: 'detractor,passive,promoter',
    joint: upwards(nullJoint(margins, rho)),
    transition: upwards(moves),
    null_passive_to_promoter: move(1, 0),
    null_detractor_to_better: move(2, 0) + move(2, 1),
    null_promoter_to_worse: move(0, 1) + move(0, 2),
  }
}

const followUp = (input: Input) => {
  const observed = readNumber(input, 'observed')
  const answer = {
    mean: readNumber(input, 'mean'),
    sd: readNumber(input, 'sd'),
    reliability: readNumber(input, 'reliability'),
  }
  const expected = expectedFollowUp(answer, observed)
  const selected = regressionOfSelected(answer, readNumber(input, 'cut'))
  return { expected, rtm_effect: expected - observed, selected_mean_rtm: selected }
}

const panel = (input: Input, context: Context) => {
  const table = context.readTable(readText(input, 'file'))
  const [ids, scores, years] = [readText(input, 'id'), readText(input, 'column'), 'year'].map(name =>
    columnOf(table, name),
  ) as [string[], string[], string[]]
  const wave = (year: number) =>
    new Map(ids.flatMap((id, row) => (Number(years[row]) === year ? [[id, scores[row] ?? ''] as const] : [])))
  const [first, second] = [wave(readNumber(input, 'year1')), wave(readNumber(input, 'year2'))]
  const pairs = [...first].flatMap(([id, score]) => {
    const later = second.get(id)
    return later === undefined || later === '' || score === '' ? [] : [{ first: Number(score), second: Number(later) }]
  })
  const found = panelMovement(pairs)
  return {
    n: found.n,
    table: found.table,
    nps1: found.first,
    nps2: found.second,
    passive_to_promoter: found.passiveToPromoter?.share ?? null,
    lower: found.passiveToPromoter?.lower ?? null,
    upper: found.passiveToPromoter?.upper ?? null,
    promoter_to_passive_or_worse: found.promoterToWorse,
    pearson_r: found.correlation,
    seven_to_promoter: found.sevenToPromoter,
    eight_to_promoter: found.eightToPromoter,
    mean_followup_of_0_to_3: found.lowestFollowUp,
    mean_first_of_0_to_3: found.lowestFirst,
  }
}

/** What happens by itself. */
export const methods: Methods = {
  null_transition_latent_normal: byItself,
  rtm_expected_followup: followUp,
  panel_transition_counts: panel,
}

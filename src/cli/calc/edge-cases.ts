import { mergeTallies, nps, pooledAndRounded, readScores, suppression } from '../../stats/index.ts'
import {
  demandSameLength,
  type Input,
  readFlagOr,
  readList,
  readNumberOr,
  readNumbers,
  readRecords,
  readTally,
  readTexts,
} from './fields.ts'
import type { Methods } from './methods.ts'

const classify = (input: Input) => {
  const { tally, valid, rejected } = readScores(readList(input, 'scores'))
  return { n_valid: valid, n_rejected: rejected, ...tally, nps: nps(tally) }
}

const noAnswers = (input: Input) => {
  const found = nps(readTally(input))
  return found === null
    ? { nps: null, interval: 'none (frequentist)', message: 'no responses' }
    : { nps: found, interval: 'see nps_ci_score_tango', message: 'responses' }
}

const suppress = (input: Input) => {
  const [names, sizes] = [readTexts(input, 'name'), readNumbers(input, 'n')]
  demandSameLength({ name: names, n: sizes })
  const minimum = readNumberOr(input, 'threshold', 10)
  const found = suppression(sizes, { minimum, totalPublished: readFlagOr(input, 'total_published', true) })
  const named = (indices: number[]) => indices.map(index => names[index])
  return { primary: named(found.primary), suppressed: named(found.suppressed) }
}

const pooled = (input: Input) => {
  const segments = readRecords(input, 'segments').map(segment => readTally(segment))
  const { nps: whole, rounded, meanOfParts, roundedParts } = pooledAndRounded(segments)
  return {
    nps: whole,
    tally: mergeTallies(...segments),
    nps_rounded_once: rounded,
    wrong_mean_of_segments: meanOfParts,
    wrong_rounded_parts: roundedParts,
  }
}

/** Definitions: what counts as a score, no data, small cells, pooling and rounding. */
export const methods: Methods = {
  classify_scores: classify,
  nps_no_data: noAnswers,
  small_cell_suppression: suppress,
  pooled_not_averaged_and_round_once: pooled,
}

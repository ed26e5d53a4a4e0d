import { goodPart, isTooFew, newcombeDifference, pooledShareTest, ratingSummary, wilson } from '../../stats/index.ts'
import {
  type QuestionKind,
  type RatingFigure,
  type RatingPeriod,
  type ShareChange,
  type ShareFigure,
  scaleOf,
} from '../../vocabulary/index.ts'

/** Answers of each rating, from the low end of the kind's scale to its high end. */
export function countsOn(kind: QuestionKind, rows: readonly { rating: number | null; count: number }[]): number[] {
  const scale = scaleOf(kind)
  if (!scale) return []
  const counts = Array<number>(scale.to - scale.from + 1).fill(0)
  for (const { rating, count } of rows) {
    if (rating === null || rating < scale.from || rating > scale.to) continue
    counts[rating - scale.from] = (counts[rating - scale.from] ?? 0) + Number(count)
  }
  return counts
}

/** Ratings concluded; null without answers, and for NPS and free words, which have no such figure. */
export function ratingFigure(kind: QuestionKind, counts: readonly number[]): RatingFigure | null {
  const scale = scaleOf(kind)
  const part = goodPart(kind)
  const found = scale && part ? ratingSummary(kind, counts, scale.from) : null
  if (!found || !scale || !part) return null
  const { n, mean, meanInterval, good, bad } = found
  const share = ({ count, share, lower, upper, method }: typeof good): ShareFigure => ({
    count,
    n,
    share,
    lower,
    upper,
    method,
  })
  return {
    n,
    ...scale,
    counts: [...counts],
    mean,
    meanInterval,
    good: share(good),
    bad: share(bad),
    goodFrom: part.good,
  }
}

/** x of n as a share with Wilson's interval; null at n = 0. */
export function shareFigure(count: number, n: number): ShareFigure | null {
  const interval = wilson(count, n)
  return (
    interval && { count, n, share: count / n, lower: interval.lower, upper: interval.upper, method: interval.method }
  )
}

/** The good share now against before; null when a side is empty, without a verdict when one has too few answers to judge. */
export function shareChange(now: RatingFigure | null, before: RatingFigure | null): ShareChange | null {
  if (!now || !before) return null
  const [one, other] = [now, before].map(({ good }) => ({ x: good.count, n: good.n }))
  const found = one && other ? newcombeDifference(one, other) : null
  const p = one && other ? pooledShareTest(one, other)?.p : undefined
  if (!found || p === undefined) return null
  const { difference, lower, upper, method } = found
  const verdict = isTooFew(now.n, before.n) ? 'unknown' : p < 0.05 ? 'real' : 'noise'
  return { difference, lower, upper, p, verdict, method }
}

/** One period of a trend. */
export function ratingPeriod(kind: QuestionKind, start: string, counts: readonly number[]): RatingPeriod {
  const found = ratingFigure(kind, counts)
  return {
    start,
    n: found?.n ?? 0,
    mean: found?.mean ?? null,
    share: found?.good.share ?? null,
    lower: found?.good.lower ?? null,
    upper: found?.good.upper ?? null,
  }
}

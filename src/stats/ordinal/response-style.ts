import { wilson } from '../share-interval.ts'

/**
 * Where a company stands in its country's own range, from 0 (a company people dislike) to 1 (one they like); can lie
 * outside. Three NPS on one scale. null when the two anchors are equal. This index is Echolot's own construction.
 * Source of the anchors: XM Institute, 18 countries (Japan: liked −47, disliked −88).
 * @example positionInRange({ nps: -60, liked: -47, disliked: -88 }) // => 0.682926829268293
 */
export const positionInRange = ({ nps, liked, disliked }: { nps: number; liked: number; disliked: number }) =>
  liked === disliked ? null : (nps - disliked) / (liked - disliked)

/**
 * Extreme response index: share of lowest and highest answers over unrelated questions, with a Wilson interval.
 * `counts` per answer, lowest first. null without answers. Throws RangeError for counts below 0.
 * Source: Greenleaf (1992); Baumgartner & Steenkamp (2001).
 * @example extremeShare([2, 3, 4, 3, 8])?.share // => 0.5
 */
export const extremeShare = (
  counts: readonly number[],
  options: { conf?: number } = {},
): { share: number; lower: number; upper: number; n: number } | null => {
  if (!counts.every(count => count >= 0 && Number.isFinite(count)))
    throw new RangeError('counts must be numbers of at least 0')
  const n = counts.reduce((total, count) => total + count, 0)
  const extreme = (counts[0] ?? 0) + (counts.at(-1) ?? 0)
  const interval = counts.length < 2 ? null : wilson(extreme, n, options.conf)
  return interval && { share: extreme / n, lower: interval.lower, upper: interval.upper, n }
}

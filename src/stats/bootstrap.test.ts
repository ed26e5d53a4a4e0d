import { describe, expect, test } from 'vitest'
import { bootstrap } from './bootstrap.ts'

const scores = [3, 7, 8, 8, 9, 9, 9, 10, 10, 10, 2, 6, 7, 9, 10, 10, 8, 5, 9, 10]
const mean = (sample: readonly number[]) => sample.reduce((all, score) => all + score, 0) / sample.length
const deviation = (sample: readonly number[]) => {
  const centre = mean(sample)
  return Math.sqrt(sample.reduce((all, score) => all + (score - centre) ** 2, 0) / (sample.length - 1))
}

describe('the BCa bootstrap', () => {
  // scipy.stats.bootstrap((x,), np.mean, n_resamples=200000, method='BCa'): 6.700, 8.800, standard error 0.5126
  test('of a mean agrees with scipy', () => {
    const found = bootstrap(scores, mean, { rounds: 20_000 })
    expect(found?.method).toBe('bca')
    expect(Math.abs((found?.lower ?? 0) - 6.7)).toBeLessThan(0.06)
    expect(Math.abs((found?.upper ?? 0) - 8.8)).toBeLessThan(0.06)
    expect(Math.abs((found?.se ?? 0) - 0.5126)).toBeLessThan(0.01)
  })

  // scipy.stats.bootstrap((x,), lambda a, axis: np.std(a, axis=axis, ddof=1), n_resamples=200000, method='BCa')
  test('of a standard deviation is moved to the right, as scipy moves it', () => {
    const found = bootstrap(scores, deviation, { rounds: 20_000 })
    expect(Math.abs((found?.lower ?? 0) - 1.559)).toBeLessThan(0.04)
    expect(Math.abs((found?.upper ?? 0) - 3.285)).toBeLessThan(0.06)
  })

  test('gives the same interval for the same seed and another for another', () => {
    const once = bootstrap(scores, mean, { seed: 5, rounds: 500 })
    expect(bootstrap(scores, mean, { seed: 5, rounds: 500 })).toEqual(once)
    expect(bootstrap(scores, mean, { seed: 6, rounds: 500 })).not.toEqual(once)
  })

  test('is null where the figure is not defined', () => {
    expect(bootstrap([], mean)).toBeNull()
    expect(bootstrap(scores, () => null)).toBeNull()
  })

  test('falls back to percentiles when all rounds lie on one side', () => {
    const found = bootstrap([1, 1, 1], sample => sample.length + 0 * mean(sample))
    expect([found?.lower, found?.upper]).toEqual([3, 3])
  })
})

import { expect, test } from 'vitest'
import { findBrowser } from '../../scripts/browser.mjs'
import { run, small } from './scanner-visits.ts'

test('scanners that open everything cast no vote, and the people after them all count (G3, S1)', async () => {
  const { failures, detail } = await run({ ...small, browsers: findBrowser() ? small.browsers : 0 })
  expect(failures, detail).toBe(0)
}, 600_000)

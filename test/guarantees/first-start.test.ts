import { expect, it } from 'vitest'
import { run, small } from './first-start.ts'

it('a first start or a shutdown that is killed at any moment leaves a folder that the next start serves from', {
  timeout: 300_000,
}, async () => {
  expect(await run(small)).toMatchObject({ failures: 0 })
})

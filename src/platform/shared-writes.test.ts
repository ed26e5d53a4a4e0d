import { expect, test } from 'vitest'
import { shareWrites, WriteNotTaken } from './shared-writes.ts'

const soon = () => new Promise(resolve => setTimeout(resolve, 5))

test('writers that wait together share one write, and each gets its own result', async () => {
  const portions: number[] = []
  const write = shareWrites<number, number>({
    parallel: 1,
    write: async items => {
      portions.push(items.length)
      await soon()
      return items.map(item => item * 2)
    },
  })
  const results = await Promise.all(Array.from({ length: 50 }, (_, i) => write(i)))
  expect(results).toEqual(Array.from({ length: 50 }, (_, i) => i * 2))
  expect(portions).toEqual([50])
})

test('a portion never exceeds its size', async () => {
  const portions: number[] = []
  const write = shareWrites<number, number>({
    largest: 20,
    write: async items => {
      portions.push(items.length)
      return items
    },
  })
  await Promise.all(Array.from({ length: 45 }, (_, i) => write(i)))
  expect(portions).toEqual([20, 20, 5])
})

test('a full queue refuses at once and takes again later', async () => {
  const write = shareWrites<number, number>({ waiting: 3, parallel: 1, write: async items => soon().then(() => items) })
  const tries = Array.from({ length: 5 }, (_, i) => write(i).catch(error => error))
  const results = await Promise.all(tries)
  expect(results.slice(0, 3)).toEqual([0, 1, 2])
  expect(results.slice(3).every(result => result instanceof WriteNotTaken)).toBe(true)
  expect(await write(9)).toBe(9)
})

test('a failed portion fails those in it and nobody else', async () => {
  let broken = true
  const write = shareWrites<number, number>({
    write: async items => {
      if (broken) throw new Error('connection lost')
      return items
    },
  })
  await expect(write(1)).rejects.toThrow('connection lost')
  broken = false
  expect(await write(2)).toBe(2)
})

test('nobody waits longer than the patience for a storage that hangs', async () => {
  const write = shareWrites<number, number>({ patienceMs: 20, write: () => new Promise(() => undefined) })
  await expect(write(1)).rejects.toThrow(WriteNotTaken)
})

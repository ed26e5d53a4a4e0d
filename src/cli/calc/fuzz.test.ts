import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { type RandomStream, randomStream } from '../../stats/index.ts'
import { FieldError, type Input, isRecord } from './fields.ts'
import { methods } from './index.ts'

// FUZZ_RUNS=1000000 for the long search; every run takes a slice of it.
const runs = Number(process.env.FUZZ_RUNS ?? 3000)
const folder = fileURLToPath(new URL('../../../test/golden/', import.meta.url))

type Case = { method: string; input: Input }

const cases = (existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [])
  .filter(name => name.endsWith('.json'))
  .flatMap(name => JSON.parse(readFileSync(folder + name, 'utf8')) as Case[])
  .filter(({ input }) => input.file === undefined)

const odd = [0, 1, -1, 2, 0.5, 1e-9, 1e-300, 1e9, 1e15, 1e300, -1e9, 0.999999999, 7, 9, 10, 11, 2 ** 32, 2 ** 53]

/** A case with some of its input spoiled: other numbers, shorter, doubled or constant lists, missing fields. */
const spoiled = (value: unknown, stream: RandomStream): unknown => {
  const chance = stream()
  const pick = <Item>(list: readonly Item[]) => list[Math.floor(stream() * list.length)] as Item
  if (Array.isArray(value)) {
    if (chance < 0.15) return value.slice(0, Math.floor(stream() * value.length))
    if (chance < 0.2) return [...value, ...value]
    if (chance < 0.3) return value.map(() => value[0])
    return value.map(item => (stream() < 0.15 ? spoiled(item, stream) : item))
  }
  if (typeof value === 'number') return chance < 0.6 ? pick(odd) : Math.round(value * stream() * 3)
  if (typeof value === 'string') return chance < 0.7 ? value : pick(['', 'x', 'pocock', 'ewma', 'Low'])
  if (!isRecord(value)) return pick([null, 1, 'x', true])
  const kept = Object.entries(value).filter(() => stream() > 0.03)
  return Object.fromEntries(kept.map(([key, part]) => [key, stream() < 0.4 ? spoiled(part, stream) : part]))
}

const infinite = (value: unknown): boolean => {
  if (typeof value === 'number') return !Number.isFinite(value)
  if (Array.isArray(value)) return value.some(infinite)
  return isRecord(value) && Object.values(value).some(infinite)
}

// The law of the normal quantile at 0 and 1 is infinite, and calc writes null for it.
const mayBeInfinite = new Set(['special_function'])

const trouble = (method: string, input: Input): string | null => {
  try {
    const output = methods[method]?.(input, { readTable: () => [] })
    return infinite(output) && !mayBeInfinite.has(method) ? 'not finite' : null
  } catch (problem) {
    return problem instanceof FieldError || problem instanceof RangeError ? null : String(problem)
  }
}

test('whatever is asked, the answer is finite, null with a reason, or a typed refusal', () => {
  const stream = randomStream(Number(process.env.FUZZ_SEED ?? 1))
  for (let round = 0; round < runs; round++) {
    const { method, input } = cases[Math.floor(stream() * cases.length)] ?? { method: '', input: {} }
    const tried = spoiled(input, stream) as Input
    const said = () => `${method} ${JSON.stringify(tried).slice(0, 600)}`
    const before = process.cpuUsage()
    const problem = trouble(method, tried)
    if (problem) expect.fail(`${problem}: ${said()}`)
    // Time on the processor, so that a busy machine does not look like a hang.
    if (process.cpuUsage(before).user > 5e6) expect.fail(`too slow: ${said()}`)
  }
}, 3_600_000)

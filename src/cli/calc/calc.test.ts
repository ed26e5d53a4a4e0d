import { describe, expect, test } from 'vitest'
import { leastTime } from '../../../test/harness/least-time.ts'
import { runCalc } from './run-calc.ts'

const kappa = {
  id: 'K',
  method: 'cohen_kappa',
  input: {
    table: [
      [20, 5],
      [10, 15],
    ],
  },
}

const run = async (value: unknown, dataDir?: string) => {
  const { text, exitCode } = await runCalc(typeof value === 'string' ? value : JSON.stringify(value), { dataDir })
  return { exitCode, results: exitCode === 0 ? JSON.parse(text) : text }
}

describe('calc', () => {
  test('answers one case and a list of cases alike, with a list', async () => {
    const one = await run(kappa)
    expect(one.results).toEqual([{ id: 'K', output: { kappa: 0.4, quadratic_weighted_kappa: 0.4 } }])
    expect((await run([kappa, kappa])).results).toHaveLength(2)
    expect((await run([])).results).toEqual([])
  })

  test('names what is wrong with a case and goes on with the others', async () => {
    const cases = [
      { id: 1, method: 'no_such_method', input: {} },
      { id: 2, method: 'toString', input: {} },
      { id: 3, method: 'keyness', input: { a: 1 } },
      { id: 4, method: 'keyness', input: { a: 1, b: 'ten', total_target: 5, total_reference: 5 } },
      { id: 5, method: 'cohen_kappa', input: { table: [[1, 2], [3]] } },
      { id: 6, method: 'cohen_kappa' },
      { id: 7 },
      'no case',
      kappa,
    ]
    const { exitCode, results } = await run(cases)
    expect(exitCode).toBe(0)
    expect(results.map((result: { error?: string }) => result.error)).toEqual([
      'unknown method "no_such_method"',
      'unknown method "toString"',
      'missing field "b": a number expected',
      'field "b": a number expected, got string "ten"',
      'field "table": row 1 is not as long as row 0',
      'missing field "input": an object expected',
      'missing field "method": the name of a method expected',
      'a case is an object {"id", "method", "input"}',
      undefined,
    ])
  })

  test('ends with 2 only where the input is no JSON', async () => {
    expect((await run('{')).exitCode).toBe(2)
    expect((await run('')).exitCode).toBe(2)
    expect((await run('null')).exitCode).toBe(0)
  })

  test('finds the file of a case in the data folder and nowhere else', async () => {
    const panel = {
      id: 1,
      method: 'telco_retention',
      input: { file: 'data/none.csv', time: 't', event: "e=='1'", group: 'g', t: [1] },
    }
    expect((await run(panel)).results[0].error).toContain('--data DIR')
    expect((await run(panel, 'test')).results[0].error).toContain('no file data/none.csv in test')
    const outside = { ...panel, input: { ...panel.input, file: '../package.json' } }
    expect((await run(outside, 'test')).results[0].error).toContain('outside of test')
  })

  test('never prints NaN: what is not defined is null with a reason', async () => {
    const empty = { id: 1, method: 'binary_prediction_metrics', input: { p: [], y: [] } }
    expect((await run(empty)).results[0].output).toEqual({ auc: null, brier: null, reason: 'no predictions' })
  })

  test('answers two thousand small cases within five seconds', async () => {
    const cases = Array.from({ length: 2000 }, () => kappa)
    expect(await leastTime(() => run(cases), 5000)).toBeLessThan(5000)
  })
})

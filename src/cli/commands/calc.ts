import { readFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { runCalc } from '../calc/run-calc.ts'
import type { Command } from '../command.ts'

export default {
  name: 'calc',
  summary: 'Computes statistics: one case {"id", "method", "input"} or a list of them as JSON, results as JSON.',
  arguments: [{ name: '[FILE]', summary: 'the cases; standard input where it is left out' }],
  options: [{ flags: '--data DIR', summary: 'folder of the files that cases name' }],
  run: async ({ words: [file], options }) => {
    const given = file === undefined ? await text(process.stdin) : readFileSync(file, 'utf8')
    const dataDir = typeof options.data === 'string' ? options.data : undefined
    const { text: result, exitCode } = await runCalc(given, { dataDir })
    const stream = exitCode === 0 ? process.stdout : process.stderr
    stream.write(`${result}\n`)
    return exitCode
  },
} satisfies Command

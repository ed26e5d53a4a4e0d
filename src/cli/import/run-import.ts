import { access } from 'node:fs/promises'
import { figures } from '../../languages/figures.ts'
import { isWordKey, say } from '../../languages/index.ts'
import type { Import } from '../../vocabulary/index.ts'
import { CommandProblem } from '../command.ts'
import { plain } from '../report/paint.ts'
import { asProblem } from '../report/run-report.ts'
import { importDirectly } from './direct.ts'
import { progressOn } from './progress.ts'
import { importRemotely } from './remote.ts'
import { type ImportRequest, sentenceOf } from './request.ts'

/** Imports one file and says what became of its rows. */
export async function runImport(request: ImportRequest): Promise<number> {
  const { file, language, json, url } = request
  const begun = Date.now()
  const show = progressOn(process.stderr, language)
  const done = await access(file)
    .then(() => (url ? importRemotely(request, url, show) : importDirectly(request, show)))
    .catch(error => {
      throw asProblem(error, file, language)
    })
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
  if (json) process.stdout.write(`${JSON.stringify(done, null, 2)}\n`)
  else process.stdout.write(summaryOf(done, request, (Date.now() - begun) / 1000))
  if (done.state === 'failed') throw new CommandProblem(`${file}: ${failureOf(done, request)}`)
  return 0
}

function summaryOf(done: Import, { language, rejected }: ImportRequest, seconds: number): string {
  const f = figures(language)
  const counts = {
    added: f.count(done.rowsAdded),
    changed: f.count(done.rowsChanged),
    known: f.count(done.rowsKnown),
    rejected: f.count(done.rowsRejected),
    rows: f.count(done.rowsRead),
    seconds: f.number(seconds, 1),
  }
  const columns = done.mapping.columns
    .filter(column => column.role !== 'attribute' && column.role !== 'ignore')
    .map(({ name, role }) => {
      const key = `imports.roles.${role}`
      return say(language, 'imports.commandGuess', {
        column: plain(name, 40),
        role: isWordKey(key) ? say(language, key) : role,
      })
    })
  const result = say(language, done.dryRun ? 'imports.commandTried' : 'imports.commandDone', counts)
  const file = rejected && done.rowsRejected > 0 ? [say(language, 'imports.commandRejected', { file: rejected })] : []
  const kept = done.valuesKept > 0 ? [say(language, 'imports.commandKept', { count: done.valuesKept })] : []
  return `${[columns.join(' · '), result, ...kept, ...file].join('\n')}\n`
}

function failureOf({ problem, rowsAdded }: Import, { language }: ImportRequest): string {
  const sentence = problem ? sentenceOf(problem.code, problem.facts, language) : ''
  return `${sentence} ${say(language, 'imports.failedRest', { added: rowsAdded })}`
}

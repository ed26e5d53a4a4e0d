import { createReadStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { STREAM_LIMITS } from '../../connections/index.ts'
import { htmlReport, reportFile } from '../../insight/report/index.ts'
import { figures } from '../../languages/figures.ts'
import { isWordKey, type Language, languageOf, speak } from '../../languages/index.ts'
import { Refusal, type ReportChoice } from '../../vocabulary/index.ts'
import { CommandProblem } from '../command.ts'
import { paintFor } from './paint.ts'
import { terminalReport } from './terminal.ts'

/** What `echolot report` was asked for. */
export type ReportRequest = { file: string; choice: ReportChoice; html?: string; json: boolean; language: Language }

/** Reads one file and prints what it says; JSON stands alone on standard output. */
export async function runReport({ file, choice, html, json, language }: ReportRequest): Promise<void> {
  const t = speak(language)
  const source = file === '-' ? process.stdin : createReadStream(file, { highWaterMark: 1 << 18 })
  const name = file === '-' ? 'stdin' : basename(file)
  const report = await reportFile(source, { name, limits: STREAM_LIMITS, choice }).catch(error => {
    throw asProblem(error, file, language)
  })
  const f = figures(language)
  if (html) {
    await writeFile(html, htmlReport(report, language, new Date())).catch(error => {
      throw new CommandProblem(t('report.fileUnreadable', { file: html, problem: (error as Error).message }))
    })
    process.stderr.write(`${t('report.wrote', { file: html })}\n`)
  }
  if (json) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
  else {
    const paint = paintFor(process.stdout, process.env)
    process.stdout.write(terminalReport(report, { t, f, paint, width: process.stdout.columns ?? 100 }))
  }
}

/** The language that was typed, else the one of the machine. */
export const commandLanguage = (typed: unknown): Language => {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env
  return languageOf(typeof typed === 'string' ? typed : LC_ALL || LC_MESSAGES || LANG)
}

/** A refusal or a missing file as one sentence; anything else stays what it is. */
export function asProblem(error: unknown, file: string, language: Language): unknown {
  if (error instanceof Refusal) {
    const key = `refusals.${error.code}`
    const sentence = isWordKey(key) ? speak(language)(key, error.facts) : error.code
    return new CommandProblem(`${file}: ${sentence}`)
  }
  const { code, message } = error as NodeJS.ErrnoException
  if (code && ['ENOENT', 'EACCES', 'EISDIR', 'EPERM'].includes(code)) {
    return new CommandProblem(speak(language)('report.fileUnreadable', { file, problem: message }))
  }
  return error
}

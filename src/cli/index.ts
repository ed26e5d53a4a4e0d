#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command as Program } from 'commander'
import { packageRoot } from '../platform/package-root.ts'
import { loadDotEnv } from '../platform/settings.ts'
import { bind } from './bind.ts'
import { shelf } from './commands/shelf.gen.ts'
import { explain } from './explain.ts'

const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string }

/** Only the command that was typed is loaded; where none is recognised, all are, for the help. */
const wanted = (words: string[]) => {
  const names = Object.keys(shelf) as (keyof typeof shelf)[]
  const found = names.filter(name => name === words[0] || name === words.slice(0, 2).join('-'))
  return found.length > 0 ? found : names
}

const main = async () => {
  loadDotEnv()
  const program = new Program('echolot')
    .description('Listen to customers, act, and prove that it helped.')
    .version(version)
  program.showHelpAfterError('(echolot --help lists the commands)').showSuggestionAfterError()
  const loaded = await Promise.all(wanted(process.argv.slice(2)).map(name => shelf[name]()))
  for (const { default: command } of loaded) bind(program, command)
  if (process.argv.length === 2) return program.outputHelp()
  await program.parseAsync()
}

// Somebody who stops reading, as `| head` does, is no error.
process.stdout.on('error', error => process.exit((error as NodeJS.ErrnoException).code === 'EPIPE' ? 0 : 1))

main().catch(error => {
  process.stderr.write(`${explain(error)}\n`)
  process.exitCode = 1
})

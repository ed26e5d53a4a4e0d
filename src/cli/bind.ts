import { Argument, Option, type Command as Program } from 'commander'
import type { Command } from './command.ts'

/** Adds a command of the shelf to the program; `config print` becomes `print` below `config`. */
export const bind = (program: Program, command: Command): void => {
  const words = command.name.split(' ')
  const parent = words.slice(0, -1).reduce(below, program)
  const bound = parent.command(words.at(-1) ?? '').description(command.summary)
  for (const { name, summary } of command.arguments ?? []) bound.addArgument(new Argument(bracketed(name), summary))
  for (const { flags, summary, default: value } of command.options ?? []) {
    bound.addOption(new Option(withBrackets(flags), summary).default(value))
  }
  bound.action(async () => {
    const options = bound.opts<Record<string, string | boolean | string[] | undefined>>()
    process.exitCode = (await command.run({ words: bound.args, options })) ?? 0
  })
}

const below = (parent: Program, word: string): Program =>
  parent.commands.find(found => found.name() === word) ?? parent.command(word)

/** `FILE` is needed, `[FILE]` may be left out. */
const bracketed = (name: string) => (name.startsWith('[') ? name : `<${name}>`)

/** `--html FILE` takes a value; what is written with brackets already stays. */
const withBrackets = (flags: string) => flags.replace(/ ([A-Z][A-Z-]*(?:\.\.\.)?)$/, ' <$1>')

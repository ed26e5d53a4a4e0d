/** An option as people type it: `--html FILE`, `-y, --yes`, `--segment COLUMN...` for several. */
export type Option = { flags: string; summary: string; default?: string }

/** A word after the command: `FILE`, `[FILE]` where it may be left out, `FILE...` for several. */
export type Argument = { name: string; summary: string }

/** What was typed: words in order, options by their name in camelCase. */
export type Typed = { words: string[]; options: Record<string, string | boolean | string[] | undefined> }

/** One command of the shelf: one file, whose name is the command with a dash for each blank (`config-print.ts`). */
export type Command = {
  name: string
  summary: string
  arguments?: Argument[]
  options?: Option[]
  /** Returns the exit code where it is not 0. */
  run: (typed: Typed) => Promise<number | undefined>
}

/** A mistake of the person who typed, or something that has to be put right first: shown as one sentence. */
export class CommandProblem extends Error {
  override readonly name = 'CommandProblem'
}

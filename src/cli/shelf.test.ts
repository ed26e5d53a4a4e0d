import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import type { Check } from './check.ts'
import { shelf as checks } from './checks/shelf.gen.ts'
import type { Command } from './command.ts'
import { shelf as commands } from './commands/shelf.gen.ts'

const echolot = (...words: string[]) =>
  execFileSync(process.execPath, ['--import', 'tsx', 'src/cli/index.ts', ...words], { encoding: 'utf8' })

describe('every command', () => {
  it.each(Object.entries(commands))(
    '%s is named like its file and says in one sentence what it does',
    async (key, load) => {
      const { default: command }: { default: Command } = await load()
      expect(command.name.replaceAll(' ', '-')).toBe(key)
      expect(command.summary).toMatch(/^[A-Z].*\.$/)
      for (const { flags, summary } of command.options ?? []) {
        expect(flags).toMatch(/^(-[a-z], )?--[a-z][a-z-]*( [[<]?[A-Z][A-Z-]*(\.\.\.)?[\]>]?)?$/)
        expect(summary.length).toBeGreaterThan(5)
      }
    },
  )

  it('stands in the help, with its own help below it', { timeout: 120_000 }, () => {
    const help = echolot('--help')
    for (const key of Object.keys(commands)) expect(help).toContain(`  ${key.split('-')[0]}`)
    expect(echolot('backup', '--help')).toMatch(/Usage: echolot backup \[options\] \[FILE\]/)
    expect(echolot('config', 'print', '--help')).toMatch(/Usage: echolot config print/)
  })
})

describe('every check of the doctor', () => {
  it.each(Object.entries(checks))('%s has a name that states what should be true', async (_, load) => {
    const { default: check }: { default: Check } = await load()
    expect(check.name).toMatch(/^[A-Z].*[^.]$/)
  })
})

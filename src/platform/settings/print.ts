import type { GivenSettings } from '../settings.ts'
import { type Setting, settingNames, table } from './table.ts'

/** Every setting with the value in use and where it comes from; secrets are not shown. */
export const printSettings = (given: GivenSettings): string => {
  const width = Math.max(...settingNames.map(name => name.length))
  return settingNames
    .map(name => {
      const setting: Setting = table[name]
      const found = given[name]
      const shown =
        found === undefined ? `${setting.shown} (default)` : `${redact(found.text, setting)} (${found.from})`
      return `${name.padEnd(width)}  ${shown}`
    })
    .join('\n')
}

/** The table of settings as Markdown, for the docs. */
export const settingsAsMarkdown = (): string => {
  const rows = settingNames.map(name => `| \`${name}\` | ${table[name].shown} | ${table[name].meaning} |`)
  return ['| Setting | Default | Meaning |', '|---|---|---|', ...rows].join('\n')
}

const redact = (text: string, setting: Setting): string => {
  if (setting.hidden === 'all') return '[redacted]'
  if (setting.hidden === undefined) return text
  const address = new URL(text)
  if (address.password !== '') address.password = 'redacted'
  return address.href
}

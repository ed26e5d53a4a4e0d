import { readDate } from '../../connections/index.ts'
import { isWordKey, type Language, say } from '../../languages/index.ts'
import { COLUMN_ROLES, ColumnRole, type ColumnRoles, ImportKind, ImportOptions } from '../../vocabulary/index.ts'
import { CommandProblem, type Typed } from '../command.ts'

/** What `echolot import` was asked for. */
export type ImportRequest = {
  file: string
  kind: ImportKind | null
  roles: ColumnRoles
  options: ImportOptions
  dryRun: boolean
  json: boolean
  rejected: string | null
  workspace: string | null
  url: string | null
  key: string | null
  demo: boolean
  language: Language
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

const NAMED: [option: string, role: ColumnRole][] = [
  ['score', 'score'],
  ['comment', 'comment'],
  ['person', 'external_id'],
  ['email', 'email'],
  ['weight', 'weight'],
  ['waveColumn', 'wave'],
]

/** The request behind typed words; a wrong value is told with what would be right. */
export function importRequest({ words: [file = ''], options }: Typed, language: Language): ImportRequest {
  const kind = text(options.kind)
  const given = ImportOptions.safeParse({
    surveyName: text(options.survey),
    wave: text(options.wave),
    timeZone: text(options.timeZone),
    date: dayOf(text(options.date), language),
    touchpoint: text(options.touchpoint),
  })
  if (!given.success)
    throw new CommandProblem(given.error.issues.map(issue => `--${issue.path.join('.')}: ${issue.message}`).join('\n'))
  if (kind !== null && !ImportKind.safeParse(kind).success)
    throw new CommandProblem(`--kind: ${ImportKind.options.join(', ')}`)
  return {
    file,
    kind: kind === null ? null : ImportKind.parse(kind),
    roles: rolesOf(options, language),
    options: Object.fromEntries(Object.entries(given.data).filter(([, value]) => value !== null)),
    dryRun: options.dryRun === true,
    json: options.json === true,
    rejected: text(options.rejected),
    workspace: text(options.workspace),
    url: text(options.url),
    key: text(options.key) ?? text(process.env.ECHOLOT_API_KEY),
    demo: options.demo === true,
    language,
  }
}

/** A day as 2024-05-31 or 31.05.2024; with slashes nobody knows which number is the month. */
function dayOf(date: string | null, language: Language): string | null {
  if (date === null) return null
  const day = /^[\d.-]+$/.test(date) ? readDate(date, 'day-first') : null
  if (!day || !/^\d{4}-|\.\d{4}$/.test(date)) {
    throw new CommandProblem(say(language, 'imports.commandDate', { date }))
  }
  return day.date
}

/** `--map "Kunde=external_id"` any number of times, and the short options for the usual roles. */
function rolesOf(options: Typed['options'], language: Language): ColumnRoles {
  const pairs = Array.isArray(options.map) ? options.map : options.map ? [String(options.map)] : []
  const roles: ColumnRoles = {}
  for (const pair of pairs) {
    const at = pair.lastIndexOf('=')
    const role = ColumnRole.safeParse(pair.slice(at + 1).trim())
    if (at < 1 || !role.success) {
      throw new CommandProblem(say(language, 'imports.commandPair', { pair, roles: COLUMN_ROLES.join(', ') }))
    }
    roles[pair.slice(0, at).trim()] = role.data
  }
  for (const [option, role] of NAMED) {
    const column = text(options[option])
    if (column) roles[column] = role
  }
  return roles
}

/** The sentence of a code, with its facts. */
export function sentenceOf(code: string, facts: Record<string, string | number>, language: Language): string {
  const key = `refusals.${code}`
  return isWordKey(key) ? say(language, key, facts) : code
}

import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { nearest } from './settings/nearest.ts'
import { keptSecret } from './settings/secret.ts'
import { type SettingName, settingNames, table } from './settings/table.ts'

/** What the operator decides, checked and complete. */
export type Settings = {
  port: number
  host: string
  /** Origin without a slash at the end. */
  publicUrl: string
  /** Absolute; the demo has one of its own. */
  dataFolder: string
  databaseUrl: string | null
  unsafeDatabase: 'refuse' | 'mark'
  smtpUrl: string | null
  secret: string
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  metricsToken: string | null
  trustedProxies: number
  /** Name servers to ask about sender domains; null: those of the machine. */
  dnsServers: string[] | null
  /** `host:port` inside the own network that may be called. */
  insideHosts: string[]
  demo: boolean
}

/** Settings as they were given: the text and where it stood. */
export type GivenSettings = Partial<Record<SettingName, { text: string; from: string }>>

/** Settings that cannot be used, one sentence each. */
export class SettingsProblem extends Error {
  override readonly name = 'SettingsProblem'
}

/** Reads a file `.env` in the working folder, where there is one; what stands in the environment already goes first. */
export const loadDotEnv = (): void => {
  if (existsSync('.env')) process.loadEnvFile('.env')
}

/** Finds every setting in the environment or in the file that NAME_FILE points to. */
export const givenSettings = (environment: NodeJS.ProcessEnv): GivenSettings => {
  const given: GivenSettings = {}
  for (const name of settingNames) {
    const file = environment[`${name}_FILE`]
    const text = environment[name]
    if (file && text) throw new SettingsProblem(`${name} and ${name}_FILE are both set. Remove one of them.`)
    if (file) given[name] = { text: readSettingFile(`${name}_FILE`, file), from: `${name}_FILE` }
    else if (text) given[name] = { text, from: 'environment' }
  }
  return given
}

/** Sentences about variables that begin like ours but mean nothing. */
export const unknownSettings = (environment: NodeJS.ProcessEnv): string[] => {
  const known: string[] = settingNames.flatMap(name => [name, `${name}_FILE`])
  const ours = Object.keys(environment).filter(name => name.startsWith('ECHOLOT_') && !known.includes(name))
  return ours
    .filter(name => !internalNames.includes(name))
    .map(name => {
      const meant = nearest(name, known)
      return `${name} is not a setting and was ignored.${meant === null ? '' : ` Did you mean ${meant}?`}`
    })
}

/** The settings to run with; throws SettingsProblem with one line per unusable value. */
export const readSettings = (environment: NodeJS.ProcessEnv, options: { demo?: boolean } = {}): Settings => {
  const given = givenSettings(environment)
  const problems: string[] = []
  const read = <Name extends SettingName>(name: Name) => {
    const found = given[name]
    if (found === undefined) return null
    const parsed = table[name].schema.safeParse(found.text)
    if (parsed.success) return parsed.data as ReturnType<(typeof table)[Name]['schema']['parse']>
    problems.push(`${found.from.endsWith('_FILE') ? found.from : name} ${parsed.error.issues[0]?.message}.`)
    return null
  }
  const demo = options.demo ?? false
  const port = read('ECHOLOT_PORT') ?? 4747
  const dataFolder = resolve(read('ECHOLOT_DATA') ?? 'data', demo ? 'demo' : '')
  const settings = {
    port,
    host: read('ECHOLOT_HOST') ?? '127.0.0.1',
    publicUrl: read('ECHOLOT_URL') ?? `http://localhost:${port}`,
    dataFolder,
    databaseUrl: read('DATABASE_URL'),
    unsafeDatabase: read('ECHOLOT_UNSAFE_DATABASE') ?? ('refuse' as const),
    smtpUrl: read('ECHOLOT_SMTP_URL'),
    logLevel: read('ECHOLOT_LOG_LEVEL') ?? ('info' as const),
    metricsToken: read('ECHOLOT_METRICS_TOKEN'),
    trustedProxies: read('ECHOLOT_TRUSTED_PROXIES') ?? 0,
    dnsServers: read('ECHOLOT_DNS_SERVERS'),
    insideHosts: read('ECHOLOT_INSIDE_HOSTS') ?? [],
    demo,
  }
  const secret = read('ECHOLOT_SECRET')
  if (problems.length > 0) throw new SettingsProblem(problems.join('\n'))
  return { ...settings, secret: secret ?? makeSecret(dataFolder) }
}

// Set by our own tests and scripts.
const internalNames = ['ECHOLOT_CHROMIUM']

const readSettingFile = (name: string, path: string): string => {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (error) {
    throw new SettingsProblem(`${name} points to ${path}, which cannot be read: ${(error as Error).message}.`)
  }
}

const makeSecret = (folder: string): string => {
  try {
    return keptSecret(folder)
  } catch (error) {
    const reason = (error as Error).message
    throw new SettingsProblem(
      `The secret in ${join(folder, 'secret')} cannot be made or read: ${reason}. Correct ECHOLOT_DATA, or set ECHOLOT_SECRET.`,
    )
  }
}

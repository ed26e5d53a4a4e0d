import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { givenSettings, readSettings, unknownSettings } from '../settings.ts'
import { printSettings, settingsAsMarkdown } from './print.ts'
import { settingNames } from './table.ts'

const folder = mkdtempSync(join(tmpdir(), 'settings-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const goodSecret = 'kT9vXq2LmR7wZp4NbYc8JhD3sF6gUaE1'
const read = (environment: Record<string, string>) => readSettings({ ECHOLOT_DATA: folder, ...environment })

describe('settings', () => {
  it('need nothing: port 4747, this machine only, a secret of their own that stays', () => {
    const settings = read({})
    expect(settings).toMatchObject({
      port: 4747,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:4747',
      databaseUrl: null,
    })
    expect(settings.secret.length).toBeGreaterThanOrEqual(32)
    expect(read({}).secret).toBe(settings.secret)
    expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600)
  })

  it('give the demo a folder and a secret of its own', () => {
    const demo = readSettings({ ECHOLOT_DATA: folder }, { demo: true })
    expect(demo.dataFolder).toBe(join(folder, 'demo'))
    expect(demo.secret).not.toBe(read({}).secret)
  })

  it('are read from files, without the line end', () => {
    const path = join(folder, 'given-secret')
    writeFileSync(path, `${goodSecret}\n`)
    expect(read({ ECHOLOT_SECRET_FILE: path }).secret).toBe(goodSecret)
    expect(() => read({ ECHOLOT_SECRET_FILE: path, ECHOLOT_SECRET: goodSecret })).toThrow(/both set/)
    expect(() => read({ ECHOLOT_SMTP_URL_FILE: join(folder, 'nothing') })).toThrow(/ECHOLOT_SMTP_URL_FILE points to/)
  })

  it.each([
    ['ECHOLOT_PORT', '70000', 'ECHOLOT_PORT must be a whole number from 0 to 65535'],
    ['ECHOLOT_PORT', 'http', 'ECHOLOT_PORT must be a whole number from 0 to 65535'],
    ['ECHOLOT_URL', 'echolot.example.com', 'ECHOLOT_URL must be an address like'],
    ['ECHOLOT_URL', 'http://echolot.example.com', 'ECHOLOT_URL must begin with https://'],
    ['ECHOLOT_URL', 'https://example.com/nps', 'ECHOLOT_URL must end after the host name'],
    ['DATABASE_URL', 'mysql://localhost/x', 'DATABASE_URL must be an address like postgres://'],
    ['ECHOLOT_SECRET', 'short', 'ECHOLOT_SECRET must have at least 32 characters'],
    ['ECHOLOT_SECRET', 'please-change-me-please-change-me-please', 'ECHOLOT_SECRET is a sample value'],
    ['ECHOLOT_SECRET', 'x'.repeat(40), 'ECHOLOT_SECRET is a sample value'],
    ['ECHOLOT_LOG_LEVEL', 'loud', 'ECHOLOT_LOG_LEVEL must be debug, info'],
  ])('refuse %s=%s', (name, value, sentence) => {
    expect(() => read({ [name]: value })).toThrow(sentence)
  })

  it('name every unusable value at once', () => {
    expect(() => read({ ECHOLOT_PORT: 'x', ECHOLOT_URL: 'y' })).toThrow(/ECHOLOT_PORT.*\nECHOLOT_URL/)
  })

  it('take an empty variable for an absent one', () => {
    expect(read({ ECHOLOT_PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 4747, databaseUrl: null })
  })

  it('warn about unknown names and suggest the nearest', () => {
    expect(unknownSettings({ ECHOLOT_PROT: '1', ECHOLOT_XYZZY: '1', ECHOLOT_PORT: '1', PORT: '1' })).toEqual([
      'ECHOLOT_PROT is not a setting and was ignored. Did you mean ECHOLOT_PORT?',
      'ECHOLOT_XYZZY is not a setting and was ignored.',
    ])
  })

  it('are printed without secrets', () => {
    const printed = printSettings(
      givenSettings({
        ECHOLOT_SECRET: goodSecret,
        DATABASE_URL: 'postgres://ann:hunter2@db/echolot',
        ECHOLOT_PORT: '80',
      }),
    )
    expect(printed).not.toContain(goodSecret)
    expect(printed).not.toContain('hunter2')
    expect(printed).toMatch(/ECHOLOT_PORT +80 \(environment\)/)
    expect(printed).toMatch(/ECHOLOT_HOST +127\.0\.0\.1 \(default\)/)
  })

  it('stand in the docs, one row each', () => {
    const docs = readFileSync('docs/settings.md', 'utf8')
    expect(docs).toContain(settingsAsMarkdown())
    for (const name of settingNames) expect(docs).toContain(`\`${name}\``)
  })
})

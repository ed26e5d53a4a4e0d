// `npm test`: every suite, with all set-up done here, and one last line over all of them: N passed, N failed.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { ensureBrowser } from './browser.mjs'
import { externalPostgres } from './external-postgres.mjs'

const results = mkdtempSync(join(tmpdir(), 'echolot-results-'))
const totals = { passed: 0, failed: 0, skipped: 0 }
const failures = []

/** What failed, said again at the end: a log of thousands of lines is read from its last ones. */
function noteFailures(name, report) {
  for (const file of report.testResults) {
    const path = relative(process.cwd(), file.name)
    const failed = file.assertionResults.filter(test => test.status === 'failed')
    for (const test of failed) failures.push(`${name}: ${path}: ${test.fullName}\n  ${test.failureMessages[0] ?? ''}`)
    if (file.status === 'failed' && failed.length === 0) failures.push(`${name}: ${path}: ${file.message}`)
  }
}

function suite(name, args, env = {}) {
  console.log(`\n— ${name}`)
  const file = join(results, `${name.replaceAll(/\W+/g, '-')}.json`)
  const run = spawnSync(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      'node_modules/vitest/vitest.mjs',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
      ...args,
    ],
    { stdio: 'inherit', env: { ...process.env, ...env } },
  )
  if (!existsSync(file)) {
    totals.failed += 1
    failures.push(`${name}: ended without a report`)
    return
  }
  const report = JSON.parse(readFileSync(file, 'utf8'))
  totals.passed += report.numPassedTests
  totals.failed += report.numFailedTests
  totals.skipped += report.numPendingTests + report.numTodoTests
  noteFailures(name, report)
  // A file that breaks outside its tests, or an error nobody awaited, is a failure too.
  if (run.status !== 0 && report.numFailedTests === 0) {
    totals.failed += 1
    failures.push(`${name}: an error outside the tests (see above)`)
  }
}

if (!existsSync('dist/main.js')) spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' })
const chosen = process.argv.slice(2)
const browser = ensureBrowser()
if (chosen.length > 0) {
  suite('chosen', chosen, { ECHOLOT_CHROMIUM: browser ?? '' })
} else {
  suite('units, stories, contracts and house rules (embedded PostgreSQL)', ['--project', 'house'])
  const external = await externalPostgres()
  if (external) {
    suite('storage suite (PostgreSQL of the system)', ['--project', 'storage'], { DATABASE_URL: external.url })
    await external.stop()
  } else
    console.log('\n— storage suite on another PostgreSQL: skipped, set DATABASE_URL to a PostgreSQL ≥ 15 to run it')
  if (browser) suite('browser journeys', ['--project', 'journeys'], { ECHOLOT_CHROMIUM: browser })
  else if (process.env.CI) totals.failed += 1
}
for (const failure of failures) console.log(`\nFAILED ${failure.slice(0, 1500)}`)
const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : ''
console.log(`\n${totals.passed} passed, ${totals.failed} failed${skipped}`)
process.exit(totals.failed > 0 || totals.passed === 0 ? 1 : 0)

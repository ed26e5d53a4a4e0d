// Runs test/guarantees/*.ts in their long form (or `--small`), all or those that are named, and signs the page with what was seen.
// Words such as `kills=200` set sizes otherwise.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'

type Outcome = { name: string; runs: number; failures: number; seed: number; detail?: string }
type Guarantee = {
  guarantee: string
  promise: string
  small: object
  long: object
  run: (options: never) => Promise<Outcome>
}
/** What one file saw, when, at which commit and size; a run of some files leaves the rows of the others as they are. */
type Row = Outcome & {
  file: string
  guarantee: string
  promise: string
  day: string
  commit: string
  storage: string
  size: string
}

const FOLDER = new URL('../test/guarantees/', import.meta.url)
const PAGE = 'guarantees.json'
const words = process.argv.slice(2).filter(word => !word.startsWith('--'))
const chosen = words.filter(word => !word.includes('='))
const wishes = words.filter(word => word.includes('='))
const size = process.argv.includes('--small') ? 'small' : 'long'
/** A run inside other checks leaves the signed page alone. */
const isSigned = !process.argv.includes('--unsigned')

const names = readdirSync(FOLDER)
  .filter(name => /^[a-z].*(?<!\.test|-process)\.ts$/.test(name))
  .map(name => name.replace('.ts', ''))
  .filter(name => chosen.length === 0 || chosen.includes(name))
const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
const storage = process.env.DATABASE_URL ? 'PostgreSQL by DATABASE_URL' : 'embedded PostgreSQL'

const seen: Row[] = []
for (const file of names.sort()) {
  const found = (await import(new URL(`${file}.ts`, FOLDER).href)) as Partial<Guarantee>
  if (!found.run || !found.guarantee || !found.promise) continue
  const outcome = await found.run({ ...found[size], ...Object.fromEntries(wishes.map(wishOf)) } as never)
  const day = new Date().toISOString().slice(0, 10)
  seen.push({
    ...{ file, guarantee: found.guarantee, promise: found.promise },
    ...outcome,
    ...{ day, commit, storage, size: [size, ...wishes].join(' ') },
  })
  console.log(
    `${found.guarantee} ${outcome.name}: ${outcome.failures} failures in ${outcome.runs} (seed ${outcome.seed})${outcome.detail ? `; ${outcome.detail}` : ''}`,
  )
  if (isSigned) sign()
}
process.exit(seen.some(row => row.failures > 0) || seen.length === 0 ? 1 : 0)

function wishOf(wish: string): [string, number] {
  const [name = '', value = ''] = wish.split('=')
  return [name, Number(value)]
}

function sign(): void {
  const before: Row[] = existsSync(PAGE) ? (JSON.parse(readFileSync(PAGE, 'utf8')).outcomes ?? []) : []
  const kept = before.filter(row => row.file && !seen.some(one => one.file === row.file))
  const rows = [...kept, ...seen].sort((a, b) => a.guarantee.localeCompare(b.guarantee) || a.file.localeCompare(b.file))
  writeFileSync(PAGE, `${JSON.stringify({ node: process.version, outcomes: rows }, null, 2)}\n`)
  const lines = rows.map(
    row =>
      `| ${row.guarantee} | ${row.promise} | ${row.runs.toLocaleString('en')} | ${row.failures} | ${row.detail ?? ''} | ${row.day}, ${row.commit}, ${row.size}, ${row.storage} |`,
  )
  writeFileSync(
    'GUARANTEES.md',
    `# Guarantees\n\nWhat Echolot promises, and what \`npm run guarantees\` saw: each row with the day, the commit, the size and the database of its run. Which case each of them proves: [docs/guarantee-cases.md](docs/guarantee-cases.md).\n\n| | promise | runs | failures | seen | run |\n|---|---|---|---|---|---|\n${lines.join('\n')}\n`,
  )
}

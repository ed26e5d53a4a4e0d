// Runs test/guarantees/*.ts in their long form (or `--small`) and signs the page with what was seen.
import { execFileSync } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'

type Outcome = { name: string; runs: number; failures: number; seed: number; detail?: string }
type Guarantee = {
  guarantee: string
  promise: string
  small: object
  long: object
  run: (options: never) => Promise<Outcome>
}

const small = process.argv.includes('--small')
/** A run inside other checks leaves the signed page alone. */
const signing = !process.argv.includes('--unsigned')
const folder = new URL('../test/guarantees/', import.meta.url)
const files = readdirSync(folder).filter(
  name => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.startsWith('_') && !name.includes('-process'),
)
const rows: (Outcome & { guarantee: string; promise: string })[] = []
for (const file of files.sort()) {
  const found = (await import(new URL(file, folder).href)) as Partial<Guarantee>
  if (!found.run || !found.guarantee || !found.promise) continue
  const outcome = await found.run((small ? found.small : found.long) as never)
  rows.push({ ...outcome, guarantee: found.guarantee, promise: found.promise })
  console.log(
    `${found.guarantee} ${outcome.name}: ${outcome.failures} failures in ${outcome.runs} (seed ${outcome.seed})${outcome.detail ? `; ${outcome.detail}` : ''}`,
  )
}
const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
const storage = process.env.DATABASE_URL ? 'PostgreSQL by DATABASE_URL' : 'embedded PostgreSQL'
if (signing) {
  writeFileSync(
    'guarantees.json',
    `${JSON.stringify({ made: new Date().toISOString(), commit, storage, node: process.version, outcomes: rows }, null, 2)}\n`,
  )
  const lines = rows.map(r => `| ${r.guarantee} | ${r.promise} | ${r.runs} | ${r.failures} | ${r.detail ?? ''} |`)
  writeFileSync(
    'GUARANTEES.md',
    `# Guarantees\n\nWhat Echolot promises, and what \`npm run guarantees${small ? ' -- --small' : ''}\` saw on ${new Date().toISOString().slice(0, 10)} (commit ${commit}, ${storage}).\n\n| | promise | runs | failures | seen |\n|---|---|---|---|---|\n${lines.join('\n')}\n`,
  )
}
process.exit(rows.some(row => row.failures > 0) || rows.length === 0 ? 1 : 0)

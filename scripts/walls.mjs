// Checks the walls with dependency-cruiser and refuses to be green on an empty look: 0 modules means it could not read the code.
import { spawnSync } from 'node:child_process'

const run = spawnSync(
  process.execPath,
  [
    'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    'src',
    '--config',
    '.dependency-cruiser.mjs',
    '--output-type',
    'json',
  ],
  {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  },
)
if (!run.stdout) {
  console.error(run.stderr)
  process.exit(2)
}
const { summary } = JSON.parse(run.stdout)
for (const violation of summary.violations) {
  const way = violation.cycle?.map(step => step.name ?? step).join(' → ')
  console.error(`${violation.rule.name}: ${violation.from} → ${way ?? violation.to}`)
}
if (summary.totalCruised < 50) {
  console.error(
    `only ${summary.totalCruised} modules were read: the walls were not checked (TypeScript 6.0.3 is needed)`,
  )
  process.exit(1)
}
console.log(`${summary.totalCruised} modules, ${summary.violations.length} walls broken`)
process.exit(summary.violations.length > 0 ? 1 : 0)

// `npm run guarantees [-- --small]`: the long form of the guarantee tests; writes GUARANTEES.md and guarantees.json.
import { spawnSync } from 'node:child_process'

const done = spawnSync(
  process.execPath,
  ['--import', 'tsx', '--disable-warning=ExperimentalWarning', 'scripts/guarantees-all.ts', ...process.argv.slice(2)],
  {
    stdio: 'inherit',
  },
)
process.exit(done.status ?? 1)

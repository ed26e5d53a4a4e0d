// `npm run guarantees [-- NAME … --small kills=200]`: the guarantee tests in their long (or small) form, or in sizes of your own; writes GUARANTEES.md and guarantees.json.
import { spawnSync } from 'node:child_process'

const done = spawnSync(
  process.execPath,
  ['--import', 'tsx', '--disable-warning=ExperimentalWarning', 'scripts/guarantees-all.ts', ...process.argv.slice(2)],
  {
    stdio: 'inherit',
  },
)
process.exit(done.status ?? 1)

// `npm run gen` writes every generated file; `npm run gen -- --check` names those that are stale. The steps are in scripts/gen/.
import { spawnSync } from 'node:child_process'

const done = spawnSync(
  process.execPath,
  ['--import', 'tsx', '--disable-warning=ExperimentalWarning', 'scripts/gen/index.ts', ...process.argv.slice(2)],
  {
    stdio: 'inherit',
  },
)
process.exit(done.status ?? 1)

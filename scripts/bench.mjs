// `npm run bench [name …]`: every figure of the product, measured on this machine; prints them and writes docs/figures.md.
import { spawnSync } from 'node:child_process'

const done = spawnSync(
  process.execPath,
  ['--import', 'tsx', '--disable-warning=ExperimentalWarning', 'scripts/bench-all.ts', ...process.argv.slice(2)],
  {
    stdio: 'inherit',
  },
)
process.exit(done.status ?? 1)

// `npm run screenshots`: the pictures of the README, from the demo and its fixed seed. Needs `npm run build` and Chromium.
import { spawnSync } from 'node:child_process'

const done = spawnSync(
  process.execPath,
  ['--import', 'tsx', '--disable-warning=ExperimentalWarning', 'scripts/screenshots-all.ts'],
  { stdio: 'inherit' },
)
process.exit(done.status ?? 1)

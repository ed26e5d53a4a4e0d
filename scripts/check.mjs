// `npm run check`: everything that has to be true before a change lands, as named sentences with their times.
import { spawnSync } from 'node:child_process'

const node = process.execPath
const steps = [
  ['types are right', node, ['node_modules/typescript/bin/tsc', '--noEmit']],
  ['format and lint are clean', node, ['node_modules/@biomejs/biome/bin/biome', 'check', '.']],
  ['walls stand', node, ['scripts/walls.mjs']],
  ['nothing is unused', node, ['node_modules/knip/bin/knip.js']],
  ['generated files are fresh', node, ['scripts/gen.mjs', '--check']],
  ['bundles keep their size', node, ['scripts/size.mjs']],
  ['tests pass', node, ['scripts/test.mjs']],
]
const only = process.argv[2]
let failed = 0
for (const [sentence, command, args] of steps) {
  if (only && !sentence.includes(only)) continue
  const start = Date.now()
  const quiet = sentence !== 'tests pass'
  const run = spawnSync(command, args, { encoding: 'utf8', stdio: quiet ? 'pipe' : 'inherit', maxBuffer: 1 << 28 })
  const good = run.status === 0
  if (!good) failed += 1
  if (quiet && !good) console.log(`${run.stdout ?? ''}${run.stderr ?? ''}`.split('\n').slice(-80).join('\n'))
  console.log(`${good ? '✓' : '✗'} ${sentence} (${((Date.now() - start) / 1000).toFixed(1)} s)`)
}
process.exit(failed > 0 ? 1 : 0)

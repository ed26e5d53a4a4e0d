// Runs scripts/bench/*.ts one after the other (each in a fresh process would hide warm caches; these measure warm code on purpose).
import { readdirSync, writeFileSync } from 'node:fs'
import { arch, cpus, platform, release, totalmem } from 'node:os'

type Figure = { name: string; value: number; unit: string; goal: string }
type Bench = { run: () => Promise<Figure[]> }

const chosen = process.argv.slice(2)
const names = readdirSync(new URL('./bench/', import.meta.url))
  .filter(name => name.endsWith('.ts') && !name.startsWith('_'))
  .map(name => name.replace('.ts', ''))
  .filter(name => chosen.length === 0 || chosen.includes(name))
  .sort()

const round = (value: number) =>
  Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3)
const sections: string[] = []
for (const name of names) {
  const { run } = (await import(`./bench/${name}.ts`)) as Bench
  console.log(`\n${name}`)
  const figures = await run()
  for (const f of figures)
    console.log(`  ${f.name.padEnd(72)} ${round(f.value).padStart(12)} ${f.unit.padEnd(10)} goal ${f.goal}`)
  sections.push(
    `## ${name}\n\n| figure | measured | goal |\n|---|---|---|\n${figures.map(f => `| ${f.name} | ${round(f.value)} ${f.unit} | ${f.goal} |`).join('\n')}\n`,
  )
}
const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? arch()}, ${Math.round(totalmem() / 2 ** 30)} GB, ${platform()} ${release()}, Node ${process.version}`
const text = `# Figures\n\nMade by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: ${machine}. Machines differ and are noisy: read the ratios.\n\n${sections.join('\n')}`
if (chosen.length === 0) writeFileSync('docs/figures.md', text)
process.exit(0)

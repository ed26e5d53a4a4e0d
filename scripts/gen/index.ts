// One line per generated file: where it is, and how its text is made.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { openapiText } from './openapi.ts'
import { schemaText } from './schema.ts'
import { migratedDatabase } from './scratch-database.ts'
import { settingsText } from './settings.ts'
import { shelfText } from './shelf.ts'
import { tablesText } from './tables.ts'

type Generated = { file: string; text: (url: string) => Promise<string> }

const generated: Generated[] = [
  { file: 'src/platform/database/tables.gen.ts', text: tablesText },
  { file: 'migrations/schema.sql', text: schemaText },
  { file: 'docs/openapi.json', text: openapiText },
  { file: 'docs/settings.md', text: settingsText },
  { file: 'src/cli/commands/shelf.gen.ts', text: shelfText('src/cli/commands') },
  { file: 'src/cli/checks/shelf.gen.ts', text: shelfText('src/cli/checks') },
  { file: 'src/channels/shelf.gen.ts', text: shelfText('src/channels') },
  { file: 'src/channels/sms-providers/shelf.gen.ts', text: shelfText('src/channels/sms-providers') },
  { file: 'src/connections/imports/shelf.gen.ts', text: shelfText('src/connections/imports') },
  { file: 'src/loop/surveys/wording-hints/shelf.gen.ts', text: shelfText('src/loop/surveys/wording-hints') },
]

const checking = process.argv.includes('--check')
const scratch = await migratedDatabase()
let stale = 0
try {
  for (const { file, text } of generated) {
    const fresh = await text(scratch.url)
    const present = existsSync(file) ? readFileSync(file, 'utf8') : ''
    if (fresh === present) continue
    stale += 1
    if (checking) console.error(`${file} is stale: run npm run gen`)
    else writeFileSync(file, fresh)
  }
} finally {
  await scratch.stop()
}
if (!checking) execFileSync('git', ['status', '--short', '--', ...generated.map(g => g.file)], { stdio: 'inherit' })
process.exit(checking && stale > 0 ? 1 : 0)

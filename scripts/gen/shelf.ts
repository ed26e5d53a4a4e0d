// Writes a shelf.gen.ts: every member of a shelf by its file name, loaded when it is needed.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The text of shelf.gen.ts for one folder; a member is a file with a default export. */
export const shelfText = (folder: string) => async (): Promise<string> => {
  const members = readdirSync(folder)
    .filter(name => /^[a-z0-9-]+\.ts$/.test(name))
    .filter(name => /^export default /m.test(readFileSync(join(folder, name), 'utf8')))
    .sort()
  const lines = members.map(name => {
    const key = name.replace(/\.ts$/, '')
    return `  ${/^[a-z]+$/.test(key) ? key : `'${key}'`}: () => import('./${name}'),`
  })
  return `// Made by \`npm run gen\` from the files of this folder. Do not edit.\n\nexport const shelf = {\n${lines.join('\n')}\n}\n`
}

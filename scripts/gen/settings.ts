// Writes docs/settings.md from the one table that the program reads its settings by.
import { settingsAsMarkdown } from '../../src/platform/settings/print.ts'

/** The text of docs/settings.md. */
export const settingsText = async (): Promise<string> => `# Settings

<!-- Made by \`npm run gen\` from src/platform/settings/table.ts. Do not edit. -->

None is needed to start. Settings are environment variables; a file \`.env\` in the folder Echolot is started in is read too, and
what stands in the environment goes first. Each can also be given as a file, for secrets: \`NAME_FILE\` holds the path of a file
with the value. A name that begins with \`ECHOLOT_\` but is not in this table is reported at the start. \`npx echolot config print\`
shows what is in use and where it comes from, without secrets.

${settingsAsMarkdown()}
`

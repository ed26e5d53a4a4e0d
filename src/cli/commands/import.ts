import { demoOption } from '../borrow.ts'
import type { Command } from '../command.ts'
import { importRequest } from '../import/request.ts'
import { runImport } from '../import/run-import.ts'
import { commandLanguage } from '../report/run-report.ts'

export default {
  name: 'import',
  summary: 'Imports people, past answers or touchpoints from a CSV or XLSX.',
  arguments: [{ name: 'FILE', summary: 'a table with a row of column names' }],
  options: [
    { flags: '--kind KIND', summary: 'people, responses or touchpoints; found out where left out' },
    { flags: '--survey NAME', summary: 'survey of the answers; made where it is missing' },
    { flags: '--wave NAME', summary: 'one wave for all rows' },
    { flags: '--wave-column COLUMN', summary: 'the column that names the wave of each row' },
    { flags: '--score COLUMN', summary: 'the column of answers from 0 to 10' },
    { flags: '--comment COLUMN', summary: 'the column of comments' },
    { flags: '--person COLUMN', summary: 'the column of customer numbers' },
    { flags: '--email COLUMN', summary: 'the column of mail addresses' },
    { flags: '--weight COLUMN', summary: 'the column of weights' },
    { flags: '--map COLUMN-ROLE...', summary: 'the meaning of any other column, as "COLUMN=ROLE"' },
    { flags: '--touchpoint KIND', summary: 'order, ticket, call, mail, visit, price or note, for all rows' },
    { flags: '--time-zone ZONE', summary: 'zone of times that name none; the one of the workspace where left out' },
    { flags: '--date DAY', summary: 'day of answers without a date, as 2024-05-31' },
    { flags: '--dry-run', summary: 'counts what would happen and takes nothing' },
    { flags: '--rejected FILE', summary: 'writes the rows that were not taken, with their reasons' },
    { flags: '--json', summary: 'prints the import as JSON alone' },
    { flags: '--workspace NAME', summary: 'the workspace, where there are several' },
    { flags: '--url URL', summary: 'goes through the API of a server elsewhere' },
    { flags: '--key KEY', summary: 'API key for --url; better in ECHOLOT_API_KEY' },
    { flags: '--language LANGUAGE', summary: 'en, de or fi; the language of the machine where left out' },
    demoOption,
  ],
  run: async typed => runImport(importRequest(typed, commandLanguage(typed.options.language))),
} satisfies Command

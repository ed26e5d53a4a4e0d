import type { Command } from '../command.ts'
import { commandLanguage, runReport } from '../report/run-report.ts'

const named = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

export default {
  name: 'report',
  summary: 'Says what a file of answers (CSV or XLSX) tells: NPS with interval, segments, trend.',
  arguments: [{ name: 'FILE', summary: 'a table with a column of answers from 0 to 10; - reads standard input' }],
  options: [
    { flags: '--score COLUMN', summary: 'the column of answers from 0 to 10' },
    { flags: '--weight COLUMN', summary: 'the column of weights; "" for none' },
    { flags: '--date COLUMN', summary: 'the column of dates; "" for none' },
    { flags: '--comment COLUMN', summary: 'the column of comments; "" for none' },
    { flags: '--person COLUMN', summary: 'the column that names the person; "" for none' },
    {
      flags: '--attributes COLUMNS',
      summary: 'the columns to compare as segments, with commas; all others where left out',
    },
    { flags: '--html FILE', summary: 'also writes the report as a page of its own' },
    { flags: '--json', summary: 'prints JSON alone, unrounded' },
    { flags: '--language LANGUAGE', summary: 'en, de or fi; the language of the machine where left out' },
  ],
  run: async ({ words: [file = ''], options }) => {
    await runReport({
      file,
      choice: {
        score: named(options.score),
        weight: named(options.weight),
        date: named(options.date),
        comment: named(options.comment),
        person: named(options.person),
        attributes: named(options.attributes),
      },
      html: named(options.html),
      json: options.json === true,
      language: commandLanguage(options.language),
    })
    return 0
  },
} satisfies Command

import { z } from 'zod'
import { type Endpoint, upload } from '../../access/index.ts'
import { fileContent, PAGE_LIMITS } from '../../connections/index.ts'
import { Report, ReportChoice } from '../../vocabulary/index.ts'
import { reportFile } from './report-file.ts'

/** What a file says, without keeping it. */
export const routes: Endpoint[] = [
  upload({
    path: '/reports',
    allow: 'viewer',
    summary:
      'Says what a CSV or XLSX of answers tells: the body, or the field "file" of a form. At most 200 MB; nothing is stored.',
    limit: Number.POSITIVE_INFINITY,
    query: ReportChoice.extend({ fileName: z.string().min(1).max(200).default('file') }),
    reply: Report,
    run: ({ content, type, query: { fileName, ...choice } }) =>
      reportFile(fileContent(content, type), {
        name: fileName,
        limits: PAGE_LIMITS,
        choice,
      }),
  }),
]

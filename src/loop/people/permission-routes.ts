import { z } from 'zod'
import { download, type Endpoint, look } from '../../access/index.ts'
import { csvLine } from '../../connections/index.ts'
import { LegalReport, PermissionLedger } from '../../vocabulary/index.ts'
import { readLedger } from './read-ledger.ts'
import { reportLines, reportPermissions } from './report-permissions.ts'

const params = z.object({ personId: z.uuid() })

/** Addresses that show and prove what people permit. */
export const permissionRoutes: Endpoint[] = [
  look({
    path: '/people/{personId}/ledger',
    allow: 'viewer',
    summary: "Shows every change of a person's permissions with its evidence, and what stands now.",
    params,
    reply: PermissionLedger,
    run: ({ tx, params, tools }) => readLedger(tx, params.personId, tools),
  }),
  look({
    path: '/permissions/report',
    allow: 'viewer',
    summary:
      'The state of legal bases for counsel: counts, missing evidence, age, objections, and sends without a basis.',
    reply: LegalReport,
    run: ({ tx, tools }) => reportPermissions(tx, tools.clock()),
  }),
  download({
    path: '/permissions/report/file',
    allow: 'viewer',
    summary: 'The counts of the report as a table.',
    run: ({ tools, caller }) =>
      tools.database.readWorkspace(caller, async reader => ({
        type: 'text/csv; charset=utf-8',
        fileName: 'legal-basis.csv',
        content: reportLines(await reportPermissions(reader, tools.clock()))
          .map(csvLine)
          .join(''),
      })),
  }),
]

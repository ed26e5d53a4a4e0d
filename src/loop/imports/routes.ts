import { z } from 'zod'
import { change, download, type Endpoint, look, upload } from '../../access/index.ts'
import { fileContent } from '../../connections/index.ts'
import {
  Import,
  ImportKind,
  ImportOptions,
  ImportRejection,
  MappingChoice,
  PageQuery,
  pageOf,
} from '../../vocabulary/index.ts'
import { changeMapping } from './change-mapping.ts'
import { discardImport } from './discard-import.ts'
import { listImports, listRejections, readImport } from './read-imports.ts'
import { receiveFile } from './receive-file.ts'
import { rejectionsFile } from './rejections-file.ts'
import { startRun } from './start-run.ts'

const params = z.object({ importId: z.uuid() })
const flag = z.enum(['true', 'false']).transform(text => text === 'true')
const Arriving = z.strictObject({
  fileName: z.string().min(1).max(200).default('file'),
  kind: ImportKind.optional(),
  dryRun: flag.default(false),
  start: flag.default(true),
  ...ImportOptions.shape,
})

/** Files of people, past answers and touchpoints: received, looked at, tried, run. */
export const routes: Endpoint[] = [
  upload({
    path: '/imports',
    allow: 'manager',
    summary:
      'Takes a CSV or XLSX as the body (or as the field "file" of a form), guesses its columns and runs it; start=false waits, dryRun=true takes nothing. Needs no Idempotency-Key: the same file twice adds nothing.',
    limit: Number.POSITIVE_INFINITY,
    query: Arriving,
    reply: Import,
    status: 201,
    run: ({ tools, caller, content, type, query: { fileName, kind, dryRun, start, ...options } }) =>
      receiveFile(tools, caller, fileContent(content, type), { fileName, kind: kind ?? null, dryRun, start, options }),
  }),
  look({
    path: '/imports',
    allow: 'manager',
    summary: 'Imports, newest first.',
    query: PageQuery,
    reply: pageOf(Import),
    run: ({ tx, query }) => listImports(tx, query),
  }),
  look({
    path: '/imports/{importId}',
    allow: 'manager',
    summary: 'One import with its mapping, progress and counts.',
    params,
    reply: Import,
    run: ({ tx, params: { importId } }) => readImport(tx, importId),
  }),
  change('put', {
    path: '/imports/{importId}/mapping',
    allow: 'manager',
    summary: 'Says what the columns of a waiting file mean.',
    params,
    body: MappingChoice,
    reply: Import,
    run: ({ tx, params: { importId }, body }) => changeMapping(tx, importId, body),
  }),
  change('post', {
    path: '/imports/{importId}/runs',
    allow: 'manager',
    summary: 'Runs an import, or tries it: a dry run counts and takes nothing.',
    params,
    body: z.strictObject({ dryRun: z.boolean().default(false) }),
    reply: Import,
    status: 202,
    run: ({ tx, params: { importId }, body }) => startRun(tx, importId, body),
  }),
  change('delete', {
    path: '/imports/{importId}',
    allow: 'manager',
    summary: 'Discards a file that has not been run.',
    params,
    run: ({ tx, tools, params: { importId } }) => discardImport(tx, tools, importId),
  }),
  look({
    path: '/imports/{importId}/rejections',
    allow: 'manager',
    summary: 'Rows that were not taken, with their reasons.',
    params,
    query: PageQuery,
    reply: pageOf(ImportRejection).extend({
      reasons: z.array(z.object({ reason: ImportRejection.shape.reason, count: z.number().int() })),
    }),
    run: ({ tx, params: { importId }, query }) => listRejections(tx, importId, query),
  }),
  download({
    path: '/imports/{importId}/rejections.csv',
    allow: 'manager',
    summary: 'Rows that were not taken as a CSV, to mend and send again.',
    params,
    run: ({ tools, caller, params: { importId } }) => rejectionsFile(tools, caller, importId),
  }),
]

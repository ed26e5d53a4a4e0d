import type { Caller, Download } from '../../access/index.ts'
import { csvLine } from '../../connections/index.ts'
import { say } from '../../languages/index.ts'
import type { Tools } from '../../platform/tools.ts'
import type { ImportRejection } from '../../vocabulary/index.ts'
import { found } from './found.ts'
import { findImport } from './queries/imports.ts'
import { rejectionsAfter } from './queries/rejections.ts'

const PAGE = 2000
const BYTE_ORDER_MARK = '\uFEFF'

/** The rejected rows as a file: the row as it came, with its line and the reason, so that it can be mended and sent again. */
export async function rejectionsFile(tools: Tools, caller: Caller, importId: string): Promise<Download> {
  const known = await tools.database.readWorkspace(caller, async reader => found(await findImport(reader, importId)))
  const columns = known.mapping.columns.map(column => column.name)
  const lines = rejectionLines(tools, caller, importId, columns)
  const content = new ReadableStream<Uint8Array>({
    pull: async controller => {
      const next = await lines.next()
      if (next.done) controller.close()
      else controller.enqueue(new TextEncoder().encode(next.value))
    },
    cancel: async () => void (await lines.return(undefined)),
  })
  const name = known.fileName.replace(/\.[a-z]+$/i, '')
  return {
    type: 'text/csv; charset=utf-8',
    fileName: `${name}-${say(caller.language, 'imports.rejectedFile')}.csv`,
    content,
  }
}

type Reading = Pick<Caller, 'workspaceId' | 'language'>

/** The same file as text, portion by portion. */
export async function* rejectionLines(
  tools: Pick<Tools, 'database'>,
  caller: Reading,
  importId: string,
  columns: string[],
): AsyncGenerator<string, void> {
  const say1 = (key: 'line' | 'reason' | 'column') => say(caller.language, `imports.csv.${key}`)
  yield BYTE_ORDER_MARK + csvLine([say1('line'), say1('reason'), say1('column'), ...columns])
  let after = -1
  for (;;) {
    const page = await tools.database.readWorkspace(caller, reader => rejectionsAfter(reader, importId, after, PAGE))
    if (page.length === 0) return
    yield page.map(rejection => lineOf(rejection, caller)).join('')
    after = page.at(-1)?.row ?? after
  }
}

const lineOf = ({ row, reason, column, cells }: ImportRejection, { language }: Reading): string =>
  csvLine([String(row), say(language, `imports.reasons.${reason}`), column ?? '', ...cells])

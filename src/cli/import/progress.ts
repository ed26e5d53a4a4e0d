import { figures } from '../../languages/figures.ts'
import { type Language, say } from '../../languages/index.ts'
import type { Import } from '../../vocabulary/index.ts'
import { bar } from '../report/paint.ts'

const WIDTH = 30
const EVERY = 0.1

/** Shows how far an import is, on standard error: a bar in a terminal, else a line for every tenth. */
export function progressOn(stream: NodeJS.WriteStream, language: Language): (running: Import) => void {
  let told = 0
  return ({ rowsRead, bytesRead, bytesTotal }) => {
    const share = bytesTotal ? Math.min(1, bytesRead / bytesTotal) : 0
    const f = figures(language)
    const text = say(language, 'imports.progress', { rows: f.count(rowsRead), percent: f.percent(share, 0) })
    if (stream.isTTY) stream.write(`\r\u001b[K${bar(share, WIDTH).padEnd(WIDTH)} ${text}`)
    else if (share >= told + EVERY) {
      told = share
      stream.write(`${text}\n`)
    }
  }
}

import { CopyLines } from '../../platform/database/index.ts'
import type { ImportRejection } from '../../vocabulary/index.ts'
import { answerLine } from './rows/answer-row.ts'
import { RowRejection } from './rows/cells.ts'
import type { RowKeys } from './rows/identity.ts'
import { personLine } from './rows/person-row.ts'
import type { Plan } from './rows/plan.ts'
import { touchpointLine } from './rows/touchpoint-row.ts'

type FileRow = { line: number; cells: string[] }

const LONGEST_VALUE = 200

/** Rows that go to the database together, and those of them that are not taken. */
export class Portion {
  readonly lines = new CopyLines()
  readonly rejections: ImportRejection[] = []
  /** Waves that these rows name, with the first day of an answer in each. */
  readonly waves = new Map<string, string | null>()
  readonly #rows = new Map<number, FileRow>()
  readonly #plan: Plan
  /** Rows that say the same as one before them in this portion. */
  doubled = 0
  read = 0
  readonly #keys = new Set<string>()

  constructor(plan: Plan) {
    this.#plan = plan
  }

  /** Adds one row of the file: as a line, or as a rejection with its reason. */
  add(row: FileRow, keys: RowKeys): void {
    this.read += 1
    try {
      const line = this.#lineOf(row, keys)
      if (line === null) return
      this.lines.add(line)
      if (this.#plan.kind !== 'responses') this.#rows.set(row.line, row)
    } catch (error) {
      if (!(error instanceof RowRejection)) throw error
      this.rejections.push(this.#rejectionOf(row, error))
    }
  }

  /** Notes rows that only the database could refuse. */
  refuse(refused: { row: number; reason: ImportRejection['reason']; role: RowRejection['role'] }[]): void {
    for (const { row, reason, role } of refused) {
      const found = this.#rows.get(row) ?? { line: row, cells: [] }
      this.rejections.push(this.#rejectionOf(found, new RowRejection(reason, role)))
    }
  }

  #lineOf({ cells, line: at }: FileRow, keys: RowKeys): string | null {
    const plan = this.#plan
    if (plan.kind === 'people') return personLine(plan, cells, at)
    if (plan.kind === 'touchpoints') return touchpointLine(plan, cells, at, keys)
    const { line, wave, day, key } = answerLine(plan, cells, at, keys)
    if (this.#keys.has(key)) {
      this.doubled += 1
      return null
    }
    this.#keys.add(key)
    if (wave !== null) {
      const known = this.waves.get(wave) ?? null
      this.waves.set(wave, known === null || (day !== null && day < known) ? day : known)
    }
    return line
  }

  #rejectionOf({ line, cells }: FileRow, { reason, role, at: place }: RowRejection): ImportRejection {
    const at = place ?? (role === null ? undefined : this.#plan.at[role])
    return {
      row: line,
      column: at === undefined ? null : (this.#plan.columns[at] ?? null),
      value: at === undefined ? null : storable(cells[at] ?? '').slice(0, LONGEST_VALUE),
      reason,
      cells: cells.map(storable),
    }
  }
}

/** jsonb takes neither zero characters nor half a surrogate pair. */
const storable = (text: string): string => text.replaceAll('\0', '').replaceAll(/\p{Cs}/gu, '\uFFFD')

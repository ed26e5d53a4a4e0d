import { type Limits, openFile } from '../../connections/index.ts'
import type { Reader } from '../../platform/database/index.ts'
import type { ColumnRole, ImportKind, ImportMapping, ImportOptions } from '../../vocabulary/index.ts'
import { mergedOptions } from './choose-survey.ts'
import { findMapping } from './queries/mappings.ts'
import { findSurvey } from './queries/surveys.ts'

const SAMPLES = 3
const LONGEST_SAMPLE = 80
const LONG_TEXT = 200

/** What a file seems to hold: kind and roles guessed, or remembered from the last file with these columns. */
export async function previewFile(
  reader: Reader,
  source: AsyncIterable<Uint8Array>,
  given: { kind: ImportKind | null; limits: Limits; options: ImportOptions },
): Promise<{ kind: ImportKind; mapping: ImportMapping }> {
  const asAnswers = await openFile(source, given.kind ?? 'responses', given.limits)
  const { columns, sample, formatKey, format } = asAnswers
  await readOn(asAnswers.rows)
  await asAnswers.close()
  const kind = given.kind ?? kindOf(asAnswers.roles)
  const rows = sample.map(row => row.cells)
  const guessed = asAnswers.rolesFor(kind)
  const remembered = await findMapping(reader, kind, columns)
  const mapping = {
    format: formatKey,
    remembered: remembered !== null,
    columns: columns.map((name, i) => ({
      name,
      sample: samplesOf(rows, i),
      role: remembered?.roles[name] ?? shorter(guessed[i] ?? 'attribute', rows, i),
    })),
    options: mergedOptions(
      { ...(format.timeZone ? { timeZone: format.timeZone } : {}), ...(await stillHeld(reader, remembered?.options)) },
      given.options,
    ),
  }
  return { kind, mapping }
}

/** Remembered options; a survey that was archived since is not chosen again. */
async function stillHeld(reader: Reader, options: ImportOptions = {}): Promise<ImportOptions> {
  if (!options.surveyId || (await findSurvey(reader, { surveyId: options.surveyId }))) return options
  return { ...options, surveyId: null, surveyName: null }
}

/** Reads as far as the second portion, so that a mistake near the top is told at once. */
async function readOn(batches: AsyncIterable<unknown>): Promise<void> {
  let seen = 0
  for await (const _ of batches) {
    seen += 1
    if (seen === 2) return
  }
}

/** A file with answers is one of answers; else one with dates of something that happened, else of people. */
const kindOf = (roles: ColumnRole[]): ImportKind => (roles.includes('score') ? 'responses' : 'people')

function samplesOf(rows: string[][], i: number): string[] {
  const filled = rows.map(cells => (cells[i] ?? '').trim()).filter(value => value !== '')
  return [...new Set(filled)].slice(0, SAMPLES).map(value => value.slice(0, LONGEST_SAMPLE))
}

/** Long texts that are no comment make no attribute. */
function shorter(role: ColumnRole, rows: string[][], i: number): ColumnRole {
  if (role !== 'attribute') return role
  const lengths = rows.map(cells => (cells[i] ?? '').length).filter(length => length > 0)
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length)
  return average > LONG_TEXT ? 'ignore' : role
}

import { readNumber } from '../../../connections/index.ts'
import { copyLine } from '../../../platform/database/index.ts'
import { readScore } from '../../../stats/index.ts'
import { CHANNELS, type Channel, COMMENT_LIMIT, type ImportReason } from '../../../vocabulary/index.ts'
import { attributesOf, countryIn, emailOf, languageIn, momentOf, nameOf, RowRejection, textOf } from './cells.ts'
import { keyOfNumbered, type RowKeys, TimeOrderedIds } from './identity.ts'
import type { Plan } from './plan.ts'

/** Columns of the temporary table of answers, in the order of `answerLine`. */
export const ANSWER_COLUMNS = [
  'row_number',
  'response_id',
  'new_person_id',
  'source_key',
  'score',
  'comment',
  'answered_at',
  'weight',
  'channel',
  'wave',
  'external_id',
  'email',
  'name',
  'company',
  'language',
  'country',
  'attributes',
] as const

const ids = new TimeOrderedIds()
const LONGEST_WAVE = 200

/** A wave named by its year began with it. */
const yearOf = (wave: string | null): string | null =>
  wave !== null && /^(19|20)\d\d$/.test(wave) ? `${wave}-01-01` : null

/** One answer as a line for COPY, with its wave; throws RowRejection. */
export function answerLine(
  plan: Plan,
  cells: string[],
  row: number,
  keys: RowKeys,
): { line: string; wave: string | null; day: string | null; key: string } {
  const skipped = plan.format.skips?.(cellOf(plan, cells))
  if (skipped) throw new RowRejection(skipped)
  const score = scoreOf(plan, cells)
  const comment = textOf(plan, cells, 'comment', COMMENT_LIMIT)
  const answeredAt = answeredAtOf(plan, cells)
  const wave = waveOf(plan, cells)
  const person = [textOf(plan, cells, 'external_id'), emailOf(plan, cells)] as const
  const key = keyOf(plan, cells, keys, { wave, person: person[0] ?? person[1]?.toLowerCase() ?? null, score, comment })
  const company = textOf(plan, cells, 'company')
  const country = textOf(plan, cells, 'country')
  const line = copyLine([
    row,
    ids.next(),
    person[0] === null && person[1] === null ? null : ids.next(),
    key,
    score,
    comment,
    answeredAt,
    weightOf(plan, cells),
    channelOf(plan, cells),
    wave,
    ...person,
    nameOf(plan, cells),
    company,
    languageIn(plan, cells),
    countryIn(plan, cells),
    attributesOf(plan, cells, { company, country }),
  ])
  return { line, wave, day: answeredAt?.slice(0, 10) ?? yearOf(wave), key }
}

/** The moment of the answer; a file that has dates must have one in every row, else the day given for all holds. */
function answeredAtOf(plan: Plan, cells: string[]): string | null {
  const moment = momentOf(plan, cells, 'answered_at') ?? plan.day
  if (moment === null && plan.at.answered_at !== undefined) throw new RowRejection('date_missing', 'answered_at')
  return moment
}

/** Ids of a known system are its own for ever; any other file numbers its rows anew, so the rest of the row counts too. */
function keyOf(plan: Plan, cells: string[], keys: RowKeys, said: Said): string {
  const own = textOf(plan, cells, 'response_id')
  if (own && plan.formatKey !== 'generic') return `${plan.formatKey}:${own}`
  // A day given for all rows is no part of the key.
  const moment = plan.at.answered_at === undefined ? null : answeredAtOf(plan, cells)
  const { wave, person, score, comment } = said
  if (!own) return keys.keyOf([plan.surveyId, moment, wave, person, score, comment])
  if (moment === null && wave === null) return keyOfNumbered(own, [plan.surveyId, ...cells])
  return keyOfNumbered(own, [plan.surveyId, moment, wave, person, score])
}

type Said = { wave: string | null; person: string | null; score: number; comment: string | null }

const REJECTED: Record<'empty' | 'not_a_number' | 'not_whole' | 'out_of_range', ImportReason> = {
  empty: 'score_empty',
  not_a_number: 'score_not_a_number',
  not_whole: 'score_not_whole',
  out_of_range: 'score_out_of_range',
}

function scoreOf(plan: Plan, cells: string[]): number {
  const read = readScore(cells[plan.at.score ?? 0] ?? '')
  if ('rejected' in read) throw new RowRejection(REJECTED[read.rejected], 'score')
  return read.score
}

function weightOf(plan: Plan, cells: string[]): number | null {
  const text = textOf(plan, cells, 'weight')
  if (text === null) return null
  const weight = readNumber(text, plan.sign)
  if (weight === null || weight < 0) throw new RowRejection('weight_unreadable', 'weight')
  return weight
}

function waveOf(plan: Plan, cells: string[]): string | null {
  const wave = textOf(plan, cells, 'wave', LONGEST_WAVE + 1) ?? plan.options.wave ?? null
  if (wave !== null && wave.length > LONGEST_WAVE) throw new RowRejection('wave_too_long', 'wave')
  return wave
}

const CHANNEL_WORDS: [RegExp, Channel][] = [
  [/sms|text/, 'sms'],
  [/mail/, 'email'],
  [/web|site|in-?app|widget|popup/, 'widget'],
  [/kiosk|terminal|ipad|tablet/, 'kiosk'],
  [/link|qr|anonymous/, 'link'],
  [/phone|telefon|puhelin|call/, 'phone'],
  [/paper|papier|paperi|post/, 'paper'],
  [/api/, 'api'],
]

/** The way an answer came: as given, by a word we know, else e-mail. */
function channelOf(plan: Plan, cells: string[]): Channel {
  const text = textOf(plan, cells, 'channel')?.toLowerCase()
  if (!text) return 'email'
  return CHANNELS.find(channel => channel === text) ?? CHANNEL_WORDS.find(([words]) => words.test(text))?.[1] ?? 'email'
}

/** A cell by the name of its column, for rules of a format. */
const cellOf = (plan: Plan, cells: string[]) => (column: string) => {
  const wanted = column.toLowerCase()
  const at = plan.columns.findIndex(name => name.toLowerCase() === wanted)
  return at < 0 ? '' : (cells[at] ?? '').trim()
}

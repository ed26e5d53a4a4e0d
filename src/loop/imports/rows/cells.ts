import { momentText, readDate, readNumber, withoutEscape } from '../../../connections/index.ts'
import { type ColumnRole, type ImportReason, isEmailAddress } from '../../../vocabulary/index.ts'
import { readValue } from '../../attributes/index.ts'
import { cleanComment } from '../../responses/index.ts'
import type { Plan } from './plan.ts'

/** A row that is not taken: which column says why, by its role or, where it is an attribute, by its place. */
export class RowRejection {
  readonly reason: ImportReason
  readonly role: ColumnRole | null
  readonly at: number | null

  constructor(reason: ImportReason, role: ColumnRole | null = null, at: number | null = null) {
    this.reason = reason
    this.role = role
    this.at = at
  }
}

const PLAIN = /^[\x20-\x7e\u00a0-\u00ff]*$/
const SHORT = 200

/** The text in a role's column without control characters, at most `limit` long; null where it is empty or absent. */
export function textOf(plan: Plan, cells: string[], role: ColumnRole, limit = SHORT): string | null {
  const at = plan.at[role]
  return at === undefined ? null : clean(cells[at] ?? '', limit)
}

/** One cell as it is stored. */
export function clean(cell: string, limit: number): string | null {
  const text = cell.charCodeAt(0) === 39 ? withoutEscape(cell) : cell
  if (PLAIN.test(text)) {
    const trimmed = text.trim()
    return trimmed === '' ? null : trimmed.slice(0, limit)
  }
  const kept = cleanComment(text).text
  return kept === null ? null : Array.from(kept).slice(0, limit).join('')
}

/** A plain mail address in lower-case domain, or null; throws RowRejection for something else. */
export function emailOf(plan: Plan, cells: string[]): string | null {
  const text = textOf(plan, cells, 'email', 300)
  if (text === null) return null
  if (!isEmailAddress(text)) throw new RowRejection('email_invalid', 'email')
  return text
}

/** The moment in a role's column as PostgreSQL reads it, or null where it is empty. */
export function momentOf(plan: Plan, cells: string[], role: ColumnRole): string | null {
  const at = plan.at[role]
  const text = at === undefined ? '' : (cells[at] ?? '').trim()
  if (text === '') return null
  const moment = readDate(text, plan.order)
  if (!moment) throw new RowRejection('date_unreadable', role)
  return momentText(moment, plan.timeZone)
}

/** First and last name in one, or the whole name. */
export function nameOf(plan: Plan, cells: string[]): string | null {
  const whole = textOf(plan, cells, 'name')
  if (whole) return whole
  const parts = [textOf(plan, cells, 'first_name'), textOf(plan, cells, 'last_name')].filter(part => part !== null)
  return parts.length > 0 ? parts.join(' ').slice(0, SHORT) : null
}

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/
const LANGUAGE_NAMES: Record<string, string> = {
  english: 'en',
  englisch: 'en',
  englanti: 'en',
  german: 'de',
  deutsch: 'de',
  saksa: 'de',
  finnish: 'fi',
  finnisch: 'fi',
  suomi: 'fi',
}

/** A language code, or null where the column says something else. */
export function languageIn(plan: Plan, cells: string[]): string | null {
  const text = textOf(plan, cells, 'language')?.replace('_', '-')
  if (!text) return null
  const code = LANGUAGE_NAMES[text.toLowerCase()] ?? `${text.slice(0, 2).toLowerCase()}${text.slice(2)}`
  return LANGUAGE.test(code) ? code : null
}

/** A country code, or null where the column says something else. */
export function countryIn(plan: Plan, cells: string[]): string | null {
  const text = textOf(plan, cells, 'country')
  return text && /^[a-z]{2}$/i.test(text) ? text.toUpperCase() : null
}

const LONGEST_ATTRIBUTE = 500

function attributeIn({ at, numeric, type, writing }: Plan['attributes'][number], text: string) {
  if (type === null) return (numeric ? readNumber(text, '.') : null) ?? text
  const value = readValue(type, text, writing)
  if (value === null) throw new RowRejection('attribute_wrong', 'attribute', at)
  return value
}

/** The attributes of a row as JSON text; numbers as numbers, empty cells left out; throws RowRejection for a value of another type. */
export function attributesOf(plan: Plan, cells: string[], more: Record<string, string | null> = {}): string {
  let json = ''
  const add = (key: string, value: string) => {
    json += `${json === '' ? '{' : ','}${JSON.stringify(key)}:${value}`
  }
  for (const attribute of plan.attributes) {
    const text = clean(cells[attribute.at] ?? '', LONGEST_ATTRIBUTE)
    if (text !== null) add(attribute.key, JSON.stringify(attributeIn(attribute, text)))
  }
  for (const [key, value] of Object.entries(more)) if (value !== null) add(key, JSON.stringify(value))
  return json === '' ? '{}' : `${json}}`
}

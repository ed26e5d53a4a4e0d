import { readNumber } from '../../../connections/index.ts'
import { copyLine } from '../../../platform/database/index.ts'
import { emailOf, momentOf, RowRejection, textOf } from './cells.ts'
import type { RowKeys } from './identity.ts'
import type { Plan } from './plan.ts'

/** Columns of the temporary table of touchpoints, in the order of `touchpointLine`. */
export const TOUCHPOINT_COLUMNS = [
  'row_number',
  'source_id',
  'external_id',
  'email',
  'kind',
  'title',
  'body',
  'state',
  'amount_cents',
  'currency',
  'discounted',
  'occurred_at',
] as const

type Kind = NonNullable<Plan['options']['touchpoint']>

const KIND_WORDS: [RegExp, Kind][] = [
  [/order|bestell|auftrag|tilaus|purchase|kauf|osto|sale/, 'order'],
  [/ticket|case|support|anfrage|tiketti|tukipyynt|reklamation|complaint/, 'ticket'],
  [/call|phone|anruf|telefon|puhelu/, 'call'],
  [/mail|viesti/, 'mail'],
  [/visit|besuch|kaynti|käynti/, 'visit'],
  [/price|preis|hinta/, 'price'],
  [/note|notiz|muistiinpano/, 'note'],
]

const DISCOUNTED = /^(1|true|yes|y|ja|j|kylla|kyllä|k|x)$/i
const HAS_DIGIT = /[1-9]/

/** One touchpoint as a line for COPY; throws RowRejection. */
export function touchpointLine(plan: Plan, cells: string[], row: number, keys: RowKeys): string {
  const email = emailOf(plan, cells)
  const externalId = textOf(plan, cells, 'external_id')
  if (email === null && externalId === null) throw new RowRejection('person_missing', 'email')
  const kind = kindOf(plan, cells)
  const occurredAt = momentOf(plan, cells, 'occurred_at')
  if (occurredAt === null) throw new RowRejection('date_missing', 'occurred_at')
  const title = textOf(plan, cells, 'title') ?? textOf(plan, cells, 'body') ?? textOf(plan, cells, 'source_id')
  if (title === null) throw new RowRejection('title_missing', 'title')
  const body = textOf(plan, cells, 'body', 5000)
  const amount = amountOf(plan, cells)
  const own = textOf(plan, cells, 'source_id')
  const key = own
    ? `${kind}:${own}`
    : keys.keyOf([kind, externalId ?? email?.toLowerCase() ?? null, occurredAt, title, body, amount])
  const currency = textOf(plan, cells, 'currency', 3)
  return copyLine([
    row,
    key,
    externalId,
    email,
    kind,
    title,
    body,
    textOf(plan, cells, 'state'),
    amount,
    currency?.toUpperCase() ?? (amount === null ? null : 'EUR'),
    discountedOf(textOf(plan, cells, 'discounted')),
    occurredAt,
  ])
}

function kindOf(plan: Plan, cells: string[]): Kind {
  const text = textOf(plan, cells, 'kind')?.toLowerCase()
  if (!text && plan.options.touchpoint) return plan.options.touchpoint
  const kind = text ? KIND_WORDS.find(([words]) => words.test(text))?.[1] : undefined
  if (!kind) throw new RowRejection('kind_unknown', 'kind')
  return kind
}

/** Whole cents, so that sums stay exact. */
function amountOf(plan: Plan, cells: string[]): number | null {
  const text = textOf(plan, cells, 'amount')?.replace(/[€$£]|eur|usd|gbp/gi, '')
  if (!text) return null
  const amount = readNumber(text, plan.sign)
  if (amount === null) throw new RowRejection('amount_unreadable', 'amount')
  return Math.round(amount * 100)
}

/** "yes", or a rebate above nothing. */
const discountedOf = (text: string | null): string | null =>
  text === null ? null : DISCOUNTED.test(text) || (/^[\d.,% €]+$/.test(text) && HAS_DIGIT.test(text)) ? 't' : 'f'

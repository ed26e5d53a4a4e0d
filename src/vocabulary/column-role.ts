import { z } from 'zod'

/** What a column of a file can mean; `attribute` is kept under the column's own name, `ignore` is left out. */
export const COLUMN_ROLES = [
  'score',
  'comment',
  'answered_at',
  'response_id',
  'weight',
  'channel',
  'wave',
  'external_id',
  'email',
  'phone',
  'name',
  'first_name',
  'last_name',
  'company',
  'language',
  'country',
  'time_zone',
  'unsubscribed',
  'bounced',
  'kind',
  'title',
  'body',
  'state',
  'amount',
  'currency',
  'discounted',
  'source_id',
  'occurred_at',
  'attribute',
  'ignore',
] as const
export const ColumnRole = z.enum(COLUMN_ROLES)
export type ColumnRole = z.infer<typeof ColumnRole>

/** Which role each column has, by the column's name in the file. */
export const ColumnRoles = z.record(z.string().max(300), ColumnRole)
export type ColumnRoles = z.infer<typeof ColumnRoles>

const PERSON = [
  'email',
  'external_id',
  'phone',
  'first_name',
  'last_name',
  'name',
  'company',
  'language',
  'country',
] as const

/** Roles of each kind of import, in the order in which columns are handed out; all kinds have attributes and what is left out. */
export const KIND_ROLES = {
  responses: ['score', 'weight', 'answered_at', ...PERSON, 'comment', 'response_id', 'channel', 'wave'],
  people: [...PERSON, 'time_zone', 'unsubscribed', 'bounced'],
  touchpoints: [
    'email',
    'external_id',
    'source_id',
    'occurred_at',
    'kind',
    'title',
    'body',
    'state',
    'amount',
    'currency',
    'discounted',
  ],
} as const satisfies Record<string, readonly ColumnRole[]>

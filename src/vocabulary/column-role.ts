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

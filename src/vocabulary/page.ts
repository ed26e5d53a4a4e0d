import { z } from 'zod'
import { Refusal } from './refusal.ts'

/** Query of a list: how many, and the cursor that the page before gave. */
export const PageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(1000).optional(),
})
export type PageQuery = z.infer<typeof PageQuery>

/** One page of a list; `next` is null on the last one. */
export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() })
export type Page<T> = { items: T[]; next: string | null }

/** An opaque cursor out of the sort values of the last row. */
export const cursorOf = (values: (string | number)[]): string => {
  // Names stand in cursors, and btoa knows Latin-1 alone.
  const bytes = new TextEncoder().encode(JSON.stringify(values))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

/** The sort values in a cursor, null without one; refuses what no list of ours gave. */
export function readCursor(cursor: string | undefined): (string | number)[] | null {
  if (!cursor) return null
  try {
    return Values.parse(JSON.parse(textIn(cursor)))
  } catch {
    throw cursorUnknown()
  }
}

/** The refusal of a cursor that no list, or another list, gave. */
export const cursorUnknown = (): Refusal =>
  new Refusal('query_invalid', { fields: 'cursor' }, [{ path: 'cursor', problem: 'unknown' }])

const Values = z.array(z.string().or(z.number())).min(1)

function textIn(cursor: string): string {
  const bytes = Uint8Array.from(atob(cursor.replaceAll('-', '+').replaceAll('_', '/')), sign => sign.charCodeAt(0))
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
}

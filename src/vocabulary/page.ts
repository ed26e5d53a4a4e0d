import { z } from 'zod'

/** Query of a list: how many, and the cursor that the page before gave. */
export const PageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional(),
})
export type PageQuery = z.infer<typeof PageQuery>

/** One page of a list; `next` is null on the last one. */
export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() })
export type Page<T> = { items: T[]; next: string | null }

/** An opaque cursor out of the sort values of the last row. */
export const cursorOf = (values: (string | number)[]): string => btoa(JSON.stringify(values))

/** The sort values in a cursor; null where it is none of ours. */
export function readCursor(cursor: string | undefined): (string | number)[] | null {
  if (!cursor) return null
  try {
    const values: unknown = JSON.parse(atob(cursor))
    return Array.isArray(values) && values.every(v => typeof v === 'string' || typeof v === 'number') ? values : null
  } catch {
    return null
  }
}

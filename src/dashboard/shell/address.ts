import { useNavigate, useSearch } from '@tanstack/react-router'
import type { z } from 'zod'

/**
 * The filters of a page, kept in its address and checked against `schema` (give every field `.catch()`).
 * `const [filters, setFilters] = useAddress(Filters)`; `setFilters({ survey: undefined })` takes one out.
 */
export function useAddress<S extends z.ZodObject>(schema: S): [z.output<S>, (change: Partial<z.input<S>>) => void] {
  const search = useSearch({ strict: false }) as Record<string, unknown>
  const navigate = useNavigate()
  const filters = schema.parse(search)
  const change = (wish: Partial<z.input<S>>) => {
    const next = Object.entries({ ...search, ...wish }).filter(([, value]) => value !== undefined && value !== '')
    void navigate({ to: '.', search: Object.fromEntries(next) as never, replace: true, resetScroll: false })
  }
  return [filters, change]
}

/** Plain addresses: `?survey=…&score=3&score=4`, nothing quoted; a name given twice is a list. */
export function readSearch(text: string): Record<string, unknown> {
  const found: Record<string, string | string[]> = {}
  for (const [name, value] of new URLSearchParams(text)) {
    const before = found[name]
    found[name] = before === undefined ? value : [before, value].flat()
  }
  return found
}

export function writeSearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    for (const one of [value].flat())
      if (one !== undefined && one !== null && one !== '') params.append(name, String(one))
  }
  const text = params.toString()
  return text ? `?${text}` : ''
}

import type { Context } from './context.ts'
import { methods as drivers } from './drivers.ts'
import { isRecord } from './fields.ts'
import type { Methods } from './methods.ts'
import { methods as retention } from './retention.ts'
import { methods as trend } from './trend.ts'

/** Every method by name, merged from the groups. */
export const methods: Methods = {
  ...trend,
  ...drivers,
  ...retention,
}

/** What came of one case: the output, or an error that says what was wrong with it. */
export type CaseResult = { id: unknown; output: unknown } | { id: unknown; error: string }

/** Runs one case; never throws, so that the other cases go on. */
export function runCase(candidate: unknown, context: Context): CaseResult {
  if (!isRecord(candidate)) return { id: null, error: 'a case is an object {"id", "method", "input"}' }
  const id = candidate.id ?? null
  const { method: name, input } = candidate
  if (typeof name !== 'string') return { id, error: 'missing field "method": the name of a method expected' }
  if (!Object.hasOwn(methods, name)) return { id, error: `unknown method "${name}"` }
  if (!isRecord(input)) return { id, error: 'missing field "input": an object expected' }
  try {
    return { id, output: finite(methods[name]?.(input, context)) }
  } catch (problem) {
    return { id, error: problem instanceof Error ? problem.message : String(problem) }
  }
}

/** No NaN and no infinity leaves: JSON has neither, and both mean "not defined". */
function finite(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (value === undefined) return null
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return Array.from(value as ArrayLike<unknown>, finite)
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, finite(part)]))
}

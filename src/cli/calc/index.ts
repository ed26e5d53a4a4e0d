import { methods as behaviour } from './behaviour.ts'
import { methods as beliefs } from './beliefs.ts'
import type { Context } from './context.ts'
import { methods as decisions } from './decisions.ts'
import { methods as drivers } from './drivers.ts'
import { methods as edgeCases } from './edge-cases.ts'
import { isRecord } from './fields.ts'
import { methods as growth } from './growth.ts'
import type { Methods } from './methods.ts'
import { methods as multiplicity } from './multiplicity.ts'
import { methods as nullChange } from './null-change.ts'
import { methods as oneNps } from './one-nps.ts'
import { methods as pairedWaves } from './paired-waves.ts'
import { methods as planning } from './planning.ts'
import { methods as retention } from './retention.ts'
import { methods as shares } from './shares.ts'
import { methods as shrinkage } from './shrinkage.ts'
import { methods as specialFunctions } from './special-functions.ts'
import { methods as trend } from './trend.ts'
import { methods as twoNps } from './two-nps.ts'
import { methods as weighting } from './weighting.ts'

/** Every method by name, merged from the groups. */
export const methods: Methods = {
  ...specialFunctions,
  ...decisions,
  ...edgeCases,
  ...oneNps,
  ...shares,
  ...twoNps,
  ...pairedWaves,
  ...multiplicity,
  ...planning,
  ...beliefs,
  ...shrinkage,
  ...weighting,
  ...nullChange,
  ...trend,
  ...drivers,
  ...retention,
  ...growth,
  ...behaviour,
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

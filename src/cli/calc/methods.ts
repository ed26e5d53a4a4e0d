import type { Context } from './context.ts'
import type { Input } from './fields.ts'

/** One named method of the reference cases: JSON in, JSON out. */
export type Method = (input: Input, context: Context) => unknown

/** Methods by the names that the reference cases use. */
export type Methods = Record<string, Method>

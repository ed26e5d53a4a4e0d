import type { Kysely, Transaction } from 'kysely'
import type { Tables } from './tables.gen.ts'

declare const insideTransaction: unique symbol

/** May only look. */
export type Reader = Pick<Kysely<Tables>, 'selectFrom' | 'selectNoFrom' | 'fn' | 'with' | 'getExecutor'>

/** May change things; handed out by inWorkspace and inInstance alone. */
export type Tx = Transaction<Tables> & { readonly [insideTransaction]: true }

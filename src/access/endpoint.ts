import type { z } from 'zod'
import type { Reader, Tx } from '../platform/database/index.ts'
import type { Role } from '../vocabulary/index.ts'

/** Who calls: found from the session or API key, never from the request's own words. */
export type Caller = {
  workspaceId: string
  role: Role
  /** null for an API key. */
  accountId: string | null
  /** `account:<id>` or `key:<id>`; stands in the events. */
  actor: string
  language: 'en' | 'de' | 'fi'
}

type Shape = z.ZodType
type Given<S> = S extends z.ZodType ? z.output<S> : undefined

type Spec<Params, Query, Body, Reply, Door> = {
  /** Address under /api/v1 with `{name}` for parameters. */
  path: string
  /** The least role that may call; `anyone` needs no sign-in and gets no workspace. */
  allow: Role
  /** One English sentence for the API documentation. */
  summary: string
  params?: Params
  query?: Query
  body?: Body
  /** Shape of the reply; absent means 204. */
  reply?: Reply
  status?: 200 | 201 | 202
  /** The use case, in one line. */
  run: (call: { tx: Door; params: Given<Params>; query: Given<Query>; body: Given<Body>; caller: Caller }) => Promise<
    Reply extends z.ZodType ? z.input<Reply> : void
  >
}

/** An address bound to a use case; `access` checks who calls, opens the transaction and writes the reply. */
export type Endpoint = {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  path: string
  allow: Role
  summary: string
  params?: z.ZodType
  query?: z.ZodType
  body?: z.ZodType
  reply?: z.ZodType
  status?: 200 | 201 | 202
  run: (call: { tx: never; params: never; query: never; body: never; caller: Caller }) => Promise<unknown>
}

/** An address that only looks. */
export function look<P extends Shape | undefined, Q extends Shape | undefined, R extends Shape | undefined>(
  spec: Omit<Spec<P, Q, undefined, R, Reader>, 'body'>,
): Endpoint {
  return { ...spec, method: 'get' } as Endpoint
}

/** An address that changes something; a POST is repeatable by Idempotency-Key. */
export function change<
  P extends Shape | undefined,
  Q extends Shape | undefined,
  B extends Shape | undefined,
  R extends Shape | undefined,
>(method: 'post' | 'put' | 'patch' | 'delete', spec: Spec<P, Q, B, R, Tx>): Endpoint {
  return { ...spec, method } as Endpoint
}

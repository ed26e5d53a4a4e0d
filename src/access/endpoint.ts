import type { z } from 'zod'
import type { Reader, Tx } from '../platform/database/index.ts'
import type { Tools } from '../platform/tools.ts'
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

/** Somebody signed in, whatever the workspace: for what belongs to the account itself. */
export type AccountCaller = {
  accountId: string
  workspaceId: string | null
  language: Caller['language']
  actor: string
}

/** The browser or program at the other end, before and beside who it is. */
export type Visit = {
  peer: string
  /** Page that a browser says it comes from; anybody else may claim one. */
  origin: string | null
  userAgent: string
  language: Caller['language']
  /** SHA-256 of the session's token; null without a session. */
  sessionHash: Buffer | null
  startSession: (token: string, expiresAt: Date) => void
  endSession: () => void
}

/** A file that is given back: its type, its name for saving, its bytes. */
export type Download = {
  type: string
  fileName: string
  content: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>
}

type Shape = z.ZodType
type Given<S> = S extends z.ZodType ? z.output<S> : undefined
type Replying<S> = S extends z.ZodType ? Promise<z.input<S>> : Promise<void>

type Address<P, Q> = {
  /** Address under /api/v1 with `{name}` for parameters. */
  path: string
  /** One English sentence for the API documentation. */
  summary: string
  params?: P
  query?: Q
}
type Guarded = {
  /** The least role that may call. */
  allow: Role
}
type Answer<R> = {
  /** Shape of the reply; absent means 204. */
  reply?: R
  status?: 200 | 201 | 202
  /** The reply holds a secret: it is not kept for a repetition by Idempotency-Key. */
  secret?: boolean
}
type Asked<P, Q, B> = { params: Given<P>; query: Given<Q>; body: Given<B>; tools: Tools }

/** An address bound to a use case; `mount` checks who calls, opens the transaction and writes the reply. */
export type Endpoint = {
  door: 'look' | 'change' | 'account' | 'open' | 'upload' | 'download' | 'watch'
  method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  path: string
  allow: Role | 'account' | 'anyone'
  summary: string
  params?: z.ZodType
  query?: z.ZodType
  body?: z.ZodType
  reply?: z.ZodType
  status?: 200 | 201 | 202
  secret?: boolean
  /** Called from pages of others, as often as they like: origin and limits are the use case's affair. */
  anyOrigin?: boolean
  /** Largest body in bytes; absent means 1 MB (64 kB where nobody is signed in). */
  limit?: number
  run: (call: never) => Promise<unknown>
}

type Maybe = Shape | undefined
type Method = 'post' | 'put' | 'patch' | 'delete'

/** An address that only looks, in one read-only snapshot of the caller's workspace. */
export function look<P extends Maybe, Q extends Maybe, R extends Maybe>(
  spec: Address<P, Q> &
    Guarded &
    Answer<R> & { run: (call: Asked<P, Q, undefined> & { tx: Reader; caller: Caller }) => Replying<R> },
): Endpoint {
  return { ...spec, door: 'look', method: 'get' }
}

/** An address that changes something in the caller's workspace; a POST is repeatable by Idempotency-Key. */
export function change<P extends Maybe, Q extends Maybe, B extends Maybe, R extends Maybe>(
  method: Method,
  spec: Address<P, Q> &
    Guarded &
    Answer<R> & {
      body?: B
      limit?: number
      /** The use case, in one line. */
      run: (call: Asked<P, Q, B> & { tx: Tx; caller: Caller }) => Replying<R>
    },
): Endpoint {
  return { ...spec, door: 'change', method }
}

/** An address about the account that is signed in, beyond one workspace; API keys may not call it. */
export function account<P extends Maybe, B extends Maybe, R extends Maybe>(
  method: Method | 'get',
  spec: Address<P, undefined> &
    Answer<R> & {
      body?: B
      run: (call: Asked<P, undefined, B> & { tx: Tx; caller: AccountCaller; visit: Visit }) => Replying<R>
    },
): Endpoint {
  return { ...spec, door: 'account', method, allow: 'account' }
}

/** An address for anyone (sign-in and the like); it opens its own transactions. */
export function open<P extends Maybe, B extends Maybe, R extends Maybe>(
  method: Method | 'get',
  spec: Address<P, undefined> &
    Answer<R> & {
      body?: B
      anyOrigin?: boolean
      run: (call: Asked<P, undefined, B> & { visit: Visit }) => Replying<R>
    },
): Endpoint {
  return { ...spec, door: 'open', method, allow: 'anyone' }
}

/** An address that takes a file as the raw body; it opens its own transactions. */
export function upload<P extends Maybe, Q extends Maybe, R extends Maybe>(
  spec: Address<P, Q> &
    Guarded &
    Answer<R> & {
      limit: number
      run: (
        call: Asked<P, Q, undefined> & {
          caller: Caller
          content: ReadableStream<Uint8Array>
          type: string
          length: number | null
        },
      ) => Replying<R>
    },
): Endpoint {
  return { ...spec, door: 'upload', method: 'post' }
}

/** An address that gives a file back; it opens its own transactions. */
export function download<P extends Maybe, Q extends Maybe>(
  spec: Address<P, Q> & Guarded & { run: (call: Asked<P, Q, undefined> & { caller: Caller }) => Promise<Download> },
): Endpoint {
  return { ...spec, door: 'download', method: 'get' }
}

/** An address that tells news as they happen, as server-sent events; `mayStill` asks again whether the caller may. */
export function watch<P extends Maybe, Q extends Maybe>(
  spec: Address<P, Q> &
    Guarded & {
      run: (
        call: Asked<P, Q, undefined> & {
          caller: Caller
          lastEventId: string | null
          mayStill: () => Promise<boolean>
        },
      ) => Promise<ReadableStream<Uint8Array>>
    },
): Endpoint {
  return { ...spec, door: 'watch', method: 'get' }
}

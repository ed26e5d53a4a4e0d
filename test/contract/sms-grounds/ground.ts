import type { TextReply, TextRequest } from '../../harness/text-server.ts'

/** A call as the provider would make it at our door. */
export type Call = { url: string; headers: Record<string, string>; body: string }

/** How a provider of texts behaves by its documentation: what it expects, replies, refuses, and how it calls back. */
export type ProviderGround = {
  name: string
  settings: (url: string) => Record<string, unknown>
  /** Whether a request is one that the real provider would take. */
  is: (request: TextRequest) => boolean
  reply: Exclude<TextReply, string>
  id: RegExp
  words: (request: TextRequest) => string
  /** Refusals and what they mean. */
  refusals: [TextReply, string][]
  received: (hook: string, from: string, text: string, id: string, at: Date) => Call
  receipt: (hook: string, messageId: string, delivered: boolean, at: Date) => Call
}

export const json = (status: number, content: unknown) => ({ status, body: JSON.stringify(content) })
export const form = (request: TextRequest) => new URLSearchParams(request.body)
export const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
export const JSON_TYPE = { 'content-type': 'application/json' }
export const seconds = (at: Date) => String(Math.floor(at.getTime() / 1000))

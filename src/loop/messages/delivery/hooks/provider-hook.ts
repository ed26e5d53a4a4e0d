import type { Outcome } from '../../../../vocabulary/index.ts'

/** A request of a provider as it came: the body as bytes, because signatures are over bytes. */
export type MailHookCall = { header: (name: string) => string | undefined; body: Buffer }

/** What a provider is believed by: the key it was set up with, and (SES) the topic that was confirmed first. */
export type HookTrust = { key: string | null; topic: string | null }

/** One thing that a provider tells about one mail. */
export type HookReport = {
  kind: Outcome
  /** The provider's own id of this event. */
  sourceId: string
  recipient: string | null
  /** Whatever may name our message: Message-IDs, references, return paths. */
  names: string[]
  /** The provider's id of the mail, which its server may have said when it took it. */
  providerId: string | null
  status: string | null
  words: string | null
}

/** What a call means: reports, or (SES) a subscription to confirm. */
export type HookNews = { reports: HookReport[]; confirm?: { url: string; topic: string } }

/** A provider that reports by webhook; `verify` says whether the call is really its own. */
export type ProviderHook = {
  verify: (call: MailHookCall, trust: HookTrust) => Promise<boolean>
  read: (call: MailHookCall) => HookNews
}

type Json = Record<string, unknown>

/** The body as JSON; hostile or broken bodies are an empty list. */
export function jsonOf(body: Buffer): Json[] {
  try {
    const parsed: unknown = JSON.parse(body.toString('utf8'))
    return (Array.isArray(parsed) ? parsed : [parsed]).filter(isJson).slice(0, 2000)
  } catch {
    return []
  }
}

/** The object at a path, empty where there is none. */
export function within(json: unknown, ...path: string[]): Json {
  let here = json
  for (const step of path) here = isJson(here) && Object.hasOwn(here, step) ? here[step] : undefined
  return isJson(here) ? here : {}
}

/** A text field, at most 1,000 characters of it. */
export const textOf = (json: Json, field: string): string | null => {
  const value = Object.hasOwn(json, field) ? json[field] : null
  return typeof value === 'string' && value !== ''
    ? value.slice(0, 1000)
    : typeof value === 'number'
      ? String(value)
      : null
}

/** An enhanced status in whatever a provider says. */
export const statusIn = (...words: (string | null)[]): string | null =>
  words.map(text => text?.match(/\b[245]\.\d{1,3}\.\d{1,3}\b/)?.[0]).find(Boolean) ?? null

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

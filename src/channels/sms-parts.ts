import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { HookCall, HookNews, SmsField } from './sms-provider.ts'

/** What a text is sent from: a number with its country code, a short code, or a name of at most 11 letters. */
export const SmsSender = z
  .string()
  .trim()
  .regex(
    /^(\+?\d{3,15}|[A-Za-z0-9][A-Za-z0-9 &._-]{0,10})$/,
    'is a number such as +4915112345 or a name of at most 11 signs',
  )

/** A key or password. */
export const SmsSecret = z.string().trim().min(4).max(500)

/** The base address of a provider, for regions and for tests. */
export const baseAddress = (usual: string) =>
  z
    .url({ protocol: /^https?$/ })
    .max(300)
    .default(usual)

export const senderField: SmsField = {
  label: { en: 'Sender', de: 'Absender', fi: 'Lähettäjä' },
  hint: {
    en: 'A number with country code, a short code, or a name of at most 11 signs (nobody can answer to a name).',
    de: 'Eine Nummer mit Ländervorwahl, eine Kurzwahl oder ein Name mit höchstens 11 Zeichen (auf einen Namen kann niemand antworten).',
    fi: 'Numero maatunnuksineen, lyhytnumero tai enintään 11 merkin nimi (nimelle ei voi vastata).',
  },
}

export const addressField: SmsField = {
  label: { en: 'Address of the interface', de: 'Adresse der Schnittstelle', fi: 'Rajapinnan osoite' },
  hint: {
    en: 'Only for another region; empty: the usual one.',
    de: 'Nur für eine andere Region; leer: die übliche.',
    fi: 'Vain toista aluetta varten; tyhjä: tavallinen.',
  },
  optional: true,
}

/** Fields of a form body as they were given. */
export const formBody = (fields: Record<string, string>): { headers: Record<string, string>; body: string } => ({
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: new URLSearchParams(fields).toString(),
})

export const jsonBody = (content: unknown): { headers: Record<string, string>; body: string } => ({
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(content),
})

/** A JSON object of unknown shape; null for anything else. */
export function jsonOf(text: string): Record<string, unknown> | null {
  try {
    const content: unknown = JSON.parse(text)
    return typeof content === 'object' && content !== null && !Array.isArray(content)
      ? (content as Record<string, unknown>)
      : null
  } catch {
    return null
  }
}

/** A text or number of a hostile object as text; empty when it is neither. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' && Number.isFinite(value) ? String(value) : ''

/** Parameters of a call, from its address and its form or JSON body. */
export function parametersOf(call: HookCall): Record<string, string> {
  const found: Record<string, string> = Object.create(null)
  for (const [name, value] of new URL(call.url).searchParams) found[name] = value
  if (call.headers.get('content-type')?.includes('json')) {
    for (const [name, value] of Object.entries(jsonOf(call.body) ?? {})) found[name] = textOf(value)
  } else for (const [name, value] of new URLSearchParams(call.body)) found[name] = value
  return found
}

/** Whether a given signature is the HMAC of `content`, compared in constant time. */
export function isSigned(
  given: string | null,
  {
    secret,
    content,
    hash,
    encoding,
  }: { secret: string; content: string; hash: 'sha1' | 'sha256'; encoding: 'hex' | 'base64' },
): boolean {
  if (!given) return false
  return sameText(
    encoding === 'hex' ? given.toLowerCase() : given,
    createHmac(hash, secret).update(content).digest(encoding),
  )
}

/** Whether two texts are the same, without telling where they differ. */
export function sameText(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}

const FIVE_MINUTES_S = 300

/** Whether a signed moment (in seconds) is of now, so that a recorded call cannot be played again later. */
export const isRecent = (seconds: string | null, at: Date): boolean =>
  Math.abs(Number(seconds ?? Number.NaN) - at.getTime() / 1000) <= FIVE_MINUTES_S

/** A number as + and digits, as providers write it without the plus; empty where there is none. */
export function numberOf(text: string): string {
  const digits = text.replace(/^\+|^00/, '').replace(/\D/g, '')
  return digits && `+${digits}`
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Our own id where a provider gives it back; null for anything else. */
const ourId = (text: string): string | null => (UUID.test(text) ? text : null)

/** Somebody wrote; nothing where the id or the number is missing. */
export const received = (id: string, from: string, text: string): HookNews[] =>
  id && from ? [{ kind: 'received', id, from, text }] : []

type Receipt = Extract<HookNews, { kind: 'receipt' }>

/** What became of a text, by our id and by the provider's. */
export const receipt = (
  ids: { ours: string; theirs: string },
  outcome: Receipt['outcome'],
  words: string,
): HookNews[] => [
  { kind: 'receipt', messageId: ourId(ids.ours), providerId: ids.theirs || null, outcome, words: words.trim() },
]

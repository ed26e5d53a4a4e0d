import { z } from 'zod'
import {
  jsonOf,
  parametersOf,
  receipt,
  received,
  SmsSecret,
  SmsSender,
  sameText,
  senderField,
  textOf,
} from '../sms-parts.ts'
import type { HookNews, SmsProvider, SmsText } from '../sms-provider.ts'
import { fillTemplate, placeholdersFit } from '../sms-template.ts'

const headerLines = z
  .string()
  .trim()
  .max(2000)
  .refine(text => linesOf(text).every(line => /^[A-Za-z0-9-]{1,60}: [\x20-\x7e]{1,1000}$/.test(line)), {
    message: 'has one header per line, such as X-Api-Key: abc',
  })

const METHODS = ['POST', 'GET', 'PUT'] as const
const KINDS = ['json', 'form'] as const

const shape = z.strictObject({
  method: z.enum(METHODS).default('POST'),
  url: z.string().trim().max(1000),
  headers: headerLines.default(''),
  kind: z.enum(KINDS).default('json'),
  body: z.string().max(4000).default(''),
  from: SmsSender,
  idPath: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9_.-]{1,100}$/)
    .optional(),
  repeatHeader: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9-]{1,60}$/)
    .optional(),
  hookSecret: SmsSecret.optional(),
})
type Settings = z.output<typeof shape>

const settings = shape
  .refine(given => placeholdersFit(given.url, 'form') && URL.canParse(fill(given, SAMPLE).url), {
    message: 'is a web address; {{to}}, {{text}} and {{from}} are the only placeholders',
    path: ['url'],
  })
  .refine(given => placeholdersFit(given.body, given.kind) && bodyIsWhole(given), {
    message: 'must be whole with {{to}}, {{text}} and {{from}} filled in; JSON has them inside quotation marks',
    path: ['body'],
  })
const SAMPLE: SmsText = {
  to: '+4915112345678',
  text: 'a "text" \\ with {{to}} & more\n',
  messageId: 'sample',
  hookUrl: null,
}

/** Any service that takes a text by one HTTP request: address, headers and body as templates with three flat placeholders. */
const generic: SmsProvider<typeof settings> = {
  name: 'generic',
  label: { en: 'Another service (HTTP)', de: 'Anderer Dienst (HTTP)', fi: 'Muu palvelu (HTTP)' },
  settings,
  fields: {
    method: { label: { en: 'Method', de: 'Methode', fi: 'Metodi' }, choices: METHODS },
    url: { label: { en: 'Address', de: 'Adresse', fi: 'Osoite' } },
    headers: {
      label: { en: 'Headers, one per line', de: 'Kopfzeilen, je eine pro Zeile', fi: 'Otsakkeet, yksi riville' },
      secret: true,
      lines: 3,
      optional: true,
    },
    kind: { label: { en: 'Kind of body', de: 'Art des Inhalts', fi: 'Sisällön laji' }, choices: KINDS },
    body: {
      label: { en: 'Body', de: 'Inhalt', fi: 'Sisältö' },
      hint: {
        en: 'Such as {"to": "{{to}}", "from": "{{from}}", "text": "{{text}}"}; nothing else is filled in.',
        de: 'Zum Beispiel {"to": "{{to}}", "from": "{{from}}", "text": "{{text}}"}; anderes wird nicht eingesetzt.',
        fi: 'Esimerkiksi {"to": "{{to}}", "from": "{{from}}", "text": "{{text}}"}; muuta ei täytetä.',
      },
      lines: 4,
      optional: true,
    },
    from: senderField,
    idPath: {
      label: {
        en: 'Where the reply has the id',
        de: 'Wo die Antwort die Kennung hat',
        fi: 'Missä vastauksen tunnus on',
      },
      hint: { en: 'Such as messages.0.id', de: 'Zum Beispiel messages.0.id', fi: 'Esimerkiksi messages.0.id' },
      optional: true,
    },
    repeatHeader: {
      label: {
        en: 'Header of the idempotency key',
        de: 'Kopfzeile des Idempotenzschlüssels',
        fi: 'Idempotenssiavaimen otsake',
      },
      hint: {
        en: 'Only if the service remembers keys for at least 48 hours: then a text without reply is tried again.',
        de: 'Nur wenn der Dienst Schlüssel mindestens 48 Stunden behält: dann wird eine SMS ohne Antwort wiederholt.',
        fi: 'Vain jos palvelu muistaa avaimet vähintään 48 tuntia: silloin vastaukseton viesti lähetetään uudelleen.',
      },
      optional: true,
    },
    hookSecret: {
      label: {
        en: 'Password of incoming calls',
        de: 'Kennwort der eingehenden Aufrufe',
        fi: 'Saapuvien kutsujen salasana',
      },
      hint: {
        en: 'The service sends it as Authorization: Bearer …',
        de: 'Der Dienst schickt es als Authorization: Bearer …',
        fi: 'Palvelu lähettää sen otsakkeessa Authorization: Bearer …',
      },
      secret: true,
      optional: true,
    },
  },
  repeatable: given => given.repeatHeader !== undefined,
  request: (given, text) => {
    const { url, body } = fill(given, text)
    const own = Object.fromEntries(linesOf(given.headers).map(line => splitOnce(line, ': ')))
    const type = given.kind === 'json' ? 'application/json' : 'application/x-www-form-urlencoded'
    const headers: Record<string, string> = given.method === 'GET' ? own : { 'content-type': type, ...own }
    if (given.repeatHeader) headers[given.repeatHeader] = text.messageId
    return { method: given.method, url, headers, body: given.method === 'GET' ? null : body }
  },
  read: ({ status, body }, { idPath }) => {
    if (status < 200 || status >= 300) return null
    return { taken: true, providerId: (idPath && valueAt(jsonOf(body), idPath)) || `accepted ${status}` }
  },
  hook: ({ hookSecret }, call) => {
    const given = call.headers.get('authorization') ?? ''
    return hookSecret && sameText(given, `Bearer ${hookSecret}`) ? newsOf(parametersOf(call)) : null
  },
}
export default generic

const linesOf = (text: string): string[] => text.split(/\r?\n/).filter(line => line.trim() !== '')

const splitOnce = (line: string, sign: string): [string, string] => {
  const at = line.indexOf(sign)
  return [line.slice(0, at), line.slice(at + sign.length)]
}

function fill(given: Pick<Settings, 'url' | 'body' | 'kind' | 'from'>, text: SmsText): { url: string; body: string } {
  const values = { to: text.to, text: text.text, from: given.from }
  return { url: fillTemplate(given.url, values, 'form'), body: fillTemplate(given.body, values, given.kind) }
}

const bodyIsWhole = (given: Settings): boolean =>
  given.kind === 'form' || given.body === '' || jsonOf(fill(given, SAMPLE).body) !== null

function valueAt(content: unknown, path: string): string {
  let place = content
  for (const step of path.split('.')) {
    if (typeof place !== 'object' || place === null || !Object.hasOwn(place, step)) return ''
    place = (place as Record<string, unknown>)[step]
  }
  return textOf(place)
}

const OUTCOMES = { delivered: 'delivered', failed: 'failed', unknown_number: 'unknown_number' } as const

function newsOf(said: Record<string, string>): HookNews[] {
  const { kind, id = '', from = '', text = '', state = '' } = said
  if (kind === 'received') return received(id, from, text)
  if (kind !== 'receipt' || !Object.hasOwn(OUTCOMES, state)) return []
  const outcome = OUTCOMES[state as keyof typeof OUTCOMES]
  return receipt({ ours: id, theirs: id }, outcome, said.reason ?? state)
}

import { createHash } from 'node:crypto'
import PostalMime from 'postal-mime'
import { readReturnPath } from '../../platform/mail/index.ts'
import { htmlWords } from './html-words.ts'
import { newWords } from './new-words.ts'

/** A mail in our mailbox, as far as it matters. */
export type MailReply = {
  /** Its own id, or a hash of it where it has none. */
  sourceKey: string
  /** Messages of ours that it may answer: by its tag first, then by what it refers to. */
  answers: string[]
  from: string | null
  /** Written by a program: out of office, a list, a report. */
  automatic: boolean
  /** The domain that signed it, by the word of the mail server that we believe. */
  provenDomain: string | null
  words: string
  writtenAt: Date | null
}

type House = { secret: string; workspaceId: string; host: string; checker: string | null }
type Headers = { key: string; value: string }[]

/** Reads a mail; attachments are left alone and HTML is only taken for its words. */
export async function readMailReply(source: Buffer, house: House): Promise<MailReply> {
  const mail = await PostalMime.parse(new Uint8Array(source), { maxNestingDepth: 20, maxHeadersSize: 200_000 })
  const headers: Headers = mail.headers
  const text = mail.text?.trim() ? mail.text : htmlWords(mail.html ?? '')
  const written = mail.date ? new Date(mail.date) : null
  return {
    sourceKey: keyOf(mail.messageId, source),
    answers: [...new Set([...taggedIn(headers, house), ...referredIn(headers, house.host)])],
    from: mail.from?.address?.toLowerCase() ?? null,
    automatic: isAutomatic(headers, mail.subject ?? ''),
    provenDomain: house.checker ? provenDomain(headers, house.checker) : null,
    words: newWords(text.slice(0, 100_000)),
    writtenAt: written && !Number.isNaN(written.getTime()) ? written : null,
  }
}

const keyOf = (id: string | undefined, source: Buffer): string =>
  id && id.length <= 250 ? id.replaceAll(/\s/g, '') : createHash('sha256').update(source).digest('hex')

const valuesOf = (headers: Headers, ...names: string[]): string[] =>
  headers.filter(header => names.includes(header.key)).map(header => header.value)

const RECIPIENTS = ['to', 'cc', 'delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to']

/** Our ids in the addresses that the mail was sent to; a tag can only be made by us. */
function taggedIn(headers: Headers, { secret, workspaceId }: House): string[] {
  const addresses = valuesOf(headers, ...RECIPIENTS).flatMap(value => value.match(/[^\s<>,;"]+@[^\s<>,;"]+/g) ?? [])
  const ours = workspaceId.replaceAll('-', '').slice(0, 8)
  return addresses.flatMap(address => {
    const tag = readReturnPath(secret, address)
    return tag?.ownerPrefix === ours ? [tag.messageId] : []
  })
}

/** Our Message-IDs among those that it refers to; nobody but the reader of the mail knows them. */
const referredIn = (headers: Headers, host: string): string[] =>
  valuesOf(headers, 'in-reply-to', 'references')
    .flatMap(value => [...value.matchAll(/<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@([^>]+)>/gi)])
    .flatMap(([, id, at]) => (id && at?.toLowerCase() === host.toLowerCase() ? [id.toLowerCase()] : []))

const AUTOMATIC_SUBJECT =
  /^(?:auto(?:matic|matische)?[ -]?(?:reply|antwort|svar|vastaus)|automaattinen vastaus|réponse automatique|respuesta automática|risposta automatica|out of (?:the )?office|abwesen|poissa|ooo\b|undeliver|delivery status|mail delivery|unzustellbar)/iu

/** RFC 3834 and what programs do instead of it. */
function isAutomatic(headers: Headers, subject: string): boolean {
  const first = (name: string) => valuesOf(headers, name)[0]?.trim().toLowerCase() ?? ''
  if (first('auto-submitted') && first('auto-submitted') !== 'no') return true
  if (['bulk', 'junk', 'list', 'auto_reply'].includes(first('precedence'))) return true
  if (['x-autoreply', 'x-autorespond', 'x-autoresponder', 'x-vacation', 'list-id', 'feedback-id'].some(first))
    return true
  if (first('return-path') === '<>' || first('content-type').startsWith('multipart/report')) return true
  return AUTOMATIC_SUBJECT.test(subject.replace(/^(?:re|aw|vs|sv)\s*:\s*/i, '').trim())
}

/** The domain for which the believed server writes dmarc=pass or dkim=pass; only its newest entry counts. */
function provenDomain(headers: Headers, checker: string): string | null {
  const entry = valuesOf(headers, 'authentication-results').find(value => {
    const [server = ''] = value.trim().split(/[\s;]/)
    return server.toLowerCase() === checker.toLowerCase()
  })
  const domain = (kind: string, property: string) =>
    entry
      ?.split(';')
      .find(part => new RegExp(`^\\s*${kind}=pass\\b`, 'i').test(part))
      ?.match(new RegExp(`\\b${property}=@?([a-z0-9.-]+)`, 'i'))?.[1]
      ?.toLowerCase()
  return domain('dmarc', 'header\\.from') ?? domain('dkim', 'header\\.(?:d|i)') ?? null
}

/** Whether a mail of this sender is signed by its own domain, or by one above it. */
export function provesSender({ from, provenDomain: proven }: Pick<MailReply, 'from' | 'provenDomain'>): boolean {
  const domain = from?.split('@').at(-1)
  return Boolean(domain && proven?.includes('.') && (domain === proven || domain.endsWith(`.${proven}`)))
}

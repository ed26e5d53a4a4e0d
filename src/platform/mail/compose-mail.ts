import { domainToASCII } from 'node:url'
import MailComposer from 'nodemailer/lib/mail-composer'
import { type DkimKey, signMail } from './dkim.ts'

/** Who writes or gets a mail. */
type Mailbox = { name?: string | null; address: string }

/** A mail before it has a form: the only headers that can be set are these. */
export type Mail = {
  from: Mailbox
  to: Mailbox
  replyTo?: Mailbox | null
  subject: string
  text: string
  html?: string | null
  /** Without angle brackets. */
  messageId: string
  date: Date
  language?: string
  /** Where one click unsubscribes (RFC 8058), and the name of the list. */
  list?: { unsubscribeUrl: string; id: string; name: string } | null
  /** Where bounces go, if not to the sender. */
  returnPath?: string | null
  dkim?: DkimKey | null
  /** Given back by providers that do not give the Message-ID back. */
  reference?: string | null
}

// Everything that some reader of headers takes for the end of a line, or that turns text around.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what has to go
const UNFIT = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]+/g
const PLAIN_ADDRESS = /^[!#-'*+\-./0-9=?A-Z^-~]{1,64}@[A-Za-z0-9.-]{1,253}$/

/** The raw mail as it goes over the wire. This is the only place of the product that builds headers. */
export async function composeMail(mail: Mail): Promise<Buffer> {
  const raw = await build(mail)
  return mail.dkim ? signMail(raw, mail.dkim, mail.date) : raw
}

function build(mail: Mail): Promise<Buffer> {
  const headers = mail.list ? listHeaders(mail.list) : []
  if (mail.reference) headers.push({ key: 'X-PM-Metadata-Reference', value: headerText(mail.reference) })
  if (mail.language) headers.push({ key: 'Content-Language', value: headerText(mail.language) })
  if (!mail.list) headers.push({ key: 'Auto-Submitted', value: 'no' })
  return new MailComposer({
    from: mailbox(mail.from),
    to: mailbox(mail.to),
    replyTo: mail.replyTo ? mailbox(mail.replyTo) : undefined,
    subject: headerText(mail.subject),
    text: mail.text,
    html: mail.html ?? undefined,
    messageId: `<${headerText(mail.messageId)}>`,
    date: mail.date,
    headers,
    textEncoding: 'quoted-printable',
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: '\r\n',
  })
    .compile()
    .build()
}

/** An address as the envelope needs it: plain, with the domain as ASCII; throws on anything else. */
export function envelopeAddress(address: string): string {
  const at = address.lastIndexOf('@')
  const ascii = `${address.slice(0, at)}@${domainToASCII(address.slice(at + 1))}`
  if (/\s/.test(address) || !PLAIN_ADDRESS.test(ascii)) throw new Error('This is not a plain mail address.')
  return ascii
}

/** One line of text that cannot end a header or turn it around. */
const headerText = (text: string): string => text.normalize('NFC').replace(UNFIT, ' ').trim().slice(0, 300)

const mailbox = (box: Mailbox) => ({ name: headerText(box.name ?? ''), address: envelopeAddress(box.address) })

const listHeaders = (list: NonNullable<Mail['list']>) => [
  { key: 'List-Unsubscribe', value: `<${new URL(list.unsubscribeUrl).href}>`, prepared: true },
  { key: 'List-Unsubscribe-Post', value: 'List-Unsubscribe=One-Click' },
  { key: 'List-Id', value: `<${list.id.toLowerCase().replace(/[^a-z0-9.-]+/g, '-')}>` },
  { key: 'Precedence', value: 'bulk' },
]

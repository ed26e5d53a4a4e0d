import { createVerify } from 'node:crypto'
import { type HookNews, type HookReport, jsonOf, type ProviderHook, statusIn, textOf, within } from './provider-hook.ts'

/** Certificates and confirmations come from Amazon's notification service alone, whatever a message says. */
const AMAZON = /^https:\/\/sns\.[a-z0-9-]{2,30}\.amazonaws\.com(\.cn)?\//
const CERTIFICATE =
  /^https:\/\/sns\.[a-z0-9-]{2,30}\.amazonaws\.com(\.cn)?\/SimpleNotificationService-[A-Za-z0-9]{1,64}\.pem$/

const SIGNED = {
  Notification: ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'],
  SubscriptionConfirmation: ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'],
} as const

type Json = Record<string, unknown>

/** Amazon SES by SNS: each message is signed by a certificate of Amazon; `fetchText` asks the outside. */
export function ses(fetchText: (url: string) => Promise<string>): ProviderHook {
  const certificates = new Map<string, Promise<string>>()
  const certificateOf = (url: string): Promise<string> => {
    const known = certificates.get(url) ?? fetchText(url)
    if (certificates.size > 20) certificates.clear()
    certificates.set(url, known)
    known.catch(() => certificates.delete(url))
    return known
  }
  return {
    verify: async ({ body }, { topic }) => {
      const [note] = jsonOf(body)
      const url = note && textOf(note, 'SigningCertURL')
      if (!note || !url || !CERTIFICATE.test(url)) return false
      if (topic !== null && textOf(note, 'TopicArn') !== topic) return false
      try {
        return isSigned(note, await certificateOf(url))
      } catch {
        return false
      }
    },
    read: ({ body }) => readNote(jsonOf(body)[0] ?? {}),
  }
}

function isSigned(note: Json, certificate: string): boolean {
  const fields = SIGNED[textOf(note, 'Type') as keyof typeof SIGNED]
  if (!fields) return false
  const text = fields.flatMap(field => (typeof note[field] === 'string' ? [`${field}\n${note[field]}\n`] : [])).join('')
  const algorithm = textOf(note, 'SignatureVersion') === '2' ? 'RSA-SHA256' : 'RSA-SHA1'
  return createVerify(algorithm)
    .update(text)
    .verify(certificate, textOf(note, 'Signature') ?? '', 'base64')
}

function readNote(note: Json): HookNews {
  const topic = textOf(note, 'TopicArn') ?? ''
  const url = textOf(note, 'SubscribeURL')
  if (textOf(note, 'Type') === 'SubscriptionConfirmation')
    return { reports: [], ...(url && AMAZON.test(url) ? { confirm: { url, topic } } : {}) }
  const message = note.Message
  const [event] = typeof message === 'string' ? jsonOf(Buffer.from(message)) : []
  return { reports: event ? reportsOf(event, textOf(note, 'MessageId') ?? '') : [] }
}

function reportsOf(event: Json, noteId: string): HookReport[] {
  const type = textOf(event, 'eventType') ?? textOf(event, 'notificationType')
  const mail = within(event, 'mail')
  const names = [
    ...listOf(mail, 'headers')
      .filter(header => /^message-id$/i.test(textOf(header, 'name') ?? ''))
      .map(header => textOf(header, 'value')),
    textOf(within(mail, 'commonHeaders'), 'messageId'),
    textOf(mail, 'source'),
  ].filter(name => name !== null)
  const found = foundIn(event, type)
  return found.recipients.map((recipient, place) => {
    const words = textOf(recipient, 'diagnosticCode') ?? found.words
    return {
      kind: found.kind,
      sourceId: `${found.id ?? noteId} ${place}`,
      recipient: textOf(recipient, 'emailAddress'),
      names,
      providerId: textOf(mail, 'messageId'),
      status: statusIn(textOf(recipient, 'status'), words),
      words,
    }
  })
}

function foundIn(event: Json, type: string | null) {
  if (type === 'Bounce') {
    const bounce = within(event, 'bounce')
    const hard = textOf(bounce, 'bounceType') === 'Permanent'
    return {
      kind: hard ? ('hard_bounce' as const) : ('soft_bounce' as const),
      id: textOf(bounce, 'feedbackId'),
      words: textOf(bounce, 'bounceSubType'),
      recipients: listOf(bounce, 'bouncedRecipients'),
    }
  }
  if (type === 'Complaint') {
    const complaint = within(event, 'complaint')
    const words = textOf(complaint, 'complaintFeedbackType')
    return {
      kind: 'complaint' as const,
      id: textOf(complaint, 'feedbackId'),
      words,
      recipients: listOf(complaint, 'complainedRecipients'),
    }
  }
  const delivery = within(event, 'delivery')
  const recipients = type === 'Delivery' ? addressesOf(delivery, 'recipients') : []
  return { kind: 'delivered' as const, id: null, words: textOf(delivery, 'smtpResponse'), recipients }
}

const listOf = (json: Json, field: string): Json[] => {
  const list = json[field]
  return Array.isArray(list) ? list.slice(0, 200).map(one => within(one)) : []
}

const addressesOf = (json: Json, field: string): Json[] => {
  const list = json[field]
  return Array.isArray(list) ? list.slice(0, 200).map(emailAddress => ({ emailAddress })) : []
}

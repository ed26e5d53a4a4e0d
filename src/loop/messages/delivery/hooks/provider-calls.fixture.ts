import { createHmac, createSign, generateKeyPairSync, sign } from 'node:crypto'
import type { HookProvider } from '../../../../vocabulary/index.ts'

const amazon = generateKeyPairSync('rsa', { modulusLength: 2048 })
const sendgridPair = generateKeyPairSync('ec', { namedCurve: 'P-256' })

/** What Amazon's certificate would hold. */
export const amazonKey = amazon.publicKey.export({ type: 'spki', format: 'pem' }).toString()

/** The key of each provider as an admin enters it. */
export const KEYS: Record<HookProvider, string | null> = {
  ses: null,
  sendgrid: sendgridPair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
  postmark: 'echolot:word',
  mailgun: 'signing-key-0815',
}
export const TOPIC = 'arn:aws:sns:eu-central-1:123456789012:bounces'
export const CERTIFICATE = 'https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-0123456789abcdef.pem'

/** A request as a provider sends it. */
export type Call = { body: string; headers?: Record<string, string> }
/** Which message the calls are about. */
export const about = { messageId: '' }
export const mimeId = () => `<${about.messageId}@echolot.example>`

export function mailgunCall(event: object, signing = KEYS.mailgun ?? ''): Call {
  const timestamp = '1772535600'
  const token = 'a'.repeat(50)
  const signature = createHmac('sha256', signing)
    .update(timestamp + token)
    .digest('hex')
  const known = {
    id: 'mg-1',
    recipient: 'anna@example.net',
    message: { headers: { 'message-id': mimeId().slice(1, -1) } },
  }
  return { body: JSON.stringify({ signature: { timestamp, token, signature }, 'event-data': { ...known, ...event } }) }
}

export function sendgridCall(events: object[], signer = sendgridPair.privateKey): Call {
  const body = JSON.stringify(events)
  const timestamp = '1772535600'
  return {
    body,
    headers: {
      'x-twilio-email-event-webhook-timestamp': timestamp,
      'x-twilio-email-event-webhook-signature': sign('sha256', Buffer.from(timestamp + body), signer).toString(
        'base64',
      ),
    },
  }
}

export function snsCall(message: object, changes: Record<string, string> = {}, signer = amazon.privateKey): Call {
  const note: Record<string, string> = {
    Type: 'Notification',
    MessageId: 'n-1',
    TopicArn: TOPIC,
    Message: JSON.stringify(message),
    Timestamp: '2026-03-03T11:00:00.000Z',
    SignatureVersion: '2',
    SigningCertURL: CERTIFICATE,
    ...changes,
  }
  const fields =
    note.Type === 'Notification'
      ? ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type']
      : ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type']
  const text = fields.flatMap(field => (note[field] === undefined ? [] : [`${field}\n${note[field]}\n`])).join('')
  const Signature = createSign(note.SignatureVersion === '1' ? 'RSA-SHA1' : 'RSA-SHA256')
    .update(text)
    .sign(signer, 'base64')
  return { body: JSON.stringify({ ...note, Signature }) }
}

const sesMail = () => ({
  messageId: '0102018f-ses-000000',
  source: 'ask@nordwind.example',
  headers: [{ name: 'Message-ID', value: mimeId() }],
})
export const sesBounce = (bounceType: string) => ({
  notificationType: 'Bounce',
  mail: sesMail(),
  bounce: {
    bounceType,
    feedbackId: 'f-1',
    bouncedRecipients: [
      { emailAddress: 'anna@example.net', status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.1 unknown' },
    ],
  },
})

/** Genuine reports and what they mean. */
export const GENUINE: [HookProvider, string, () => Call][] = [
  [
    'mailgun',
    'hard_bounce',
    () =>
      mailgunCall({
        event: 'failed',
        severity: 'permanent',
        reason: 'bounce',
        'delivery-status': { message: '550 5.1.1 unknown' },
      }),
  ],
  ['mailgun', 'soft_bounce', () => mailgunCall({ event: 'failed', severity: 'temporary' })],
  ['mailgun', 'complaint', () => mailgunCall({ event: 'complained' })],
  ['mailgun', 'delivered', () => mailgunCall({ event: 'delivered' })],
  [
    'sendgrid',
    'hard_bounce',
    () =>
      sendgridCall([
        {
          sg_event_id: 's1',
          event: 'bounce',
          type: 'bounce',
          email: 'anna@example.net',
          'smtp-id': mimeId(),
          status: '5.1.1',
          reason: '550 unknown',
        },
      ]),
  ],
  [
    'sendgrid',
    'soft_bounce',
    () =>
      sendgridCall([
        { sg_event_id: 's1', event: 'bounce', type: 'blocked', email: 'anna@example.net', 'smtp-id': mimeId() },
      ]),
  ],
  [
    'sendgrid',
    'complaint',
    () => sendgridCall([{ sg_event_id: 's1', event: 'spamreport', email: 'anna@example.net', 'smtp-id': mimeId() }]),
  ],
  [
    'sendgrid',
    'delivered',
    () =>
      sendgridCall([
        { sg_event_id: 's0', event: 'processed', 'smtp-id': mimeId() },
        { sg_event_id: 's1', event: 'delivered', email: 'anna@example.net', 'smtp-id': mimeId() },
      ]),
  ],
  [
    'postmark',
    'hard_bounce',
    () =>
      postmarkCall({
        RecordType: 'Bounce',
        Type: 'HardBounce',
        ID: 7,
        MessageID: 'pm',
        Email: 'anna@example.net',
        Metadata: { reference: about.messageId },
      }),
  ],
  [
    'postmark',
    'soft_bounce',
    () =>
      postmarkCall({
        RecordType: 'Bounce',
        Type: 'SoftBounce',
        ID: 7,
        MessageID: 'pm',
        Email: 'anna@example.net',
        Metadata: { reference: about.messageId },
      }),
  ],
  [
    'postmark',
    'complaint',
    () =>
      postmarkCall({
        RecordType: 'SpamComplaint',
        ID: 7,
        MessageID: 'pm',
        Email: 'anna@example.net',
        Metadata: { reference: about.messageId },
      }),
  ],
  [
    'postmark',
    'delivered',
    () =>
      postmarkCall({
        RecordType: 'Delivery',
        MessageID: 'pm',
        Recipient: 'anna@example.net',
        Metadata: { reference: about.messageId },
      }),
  ],
  ['ses', 'hard_bounce', () => snsCall(sesBounce('Permanent'))],
  ['ses', 'hard_bounce', () => snsCall(sesBounce('Permanent'), { SignatureVersion: '1' })],
  ['ses', 'soft_bounce', () => snsCall(sesBounce('Transient'))],
  [
    'ses',
    'complaint',
    () =>
      snsCall({
        eventType: 'Complaint',
        mail: sesMail(),
        complaint: { feedbackId: 'f', complainedRecipients: [{ emailAddress: 'anna@example.net' }] },
      }),
  ],
  [
    'ses',
    'delivered',
    () =>
      snsCall({
        notificationType: 'Delivery',
        mail: { messageId: '0102018f-ses-000000' },
        delivery: { recipients: ['anna@example.net'], smtpResponse: '250 ok' },
      }),
  ],
]

export function postmarkCall(event: object, user = KEYS.postmark ?? ''): Call {
  return { body: JSON.stringify(event), headers: { authorization: `Basic ${Buffer.from(user).toString('base64')}` } }
}

/** Amazon asks whether somebody wants its notes. */
export const confirmation = (url: string, topic = TOPIC) =>
  snsCall({}, { Type: 'SubscriptionConfirmation', SubscribeURL: url, Token: 't', TopicArn: topic })

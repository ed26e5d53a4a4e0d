import { generateKeyPairSync } from 'node:crypto'
import type { HookProvider } from '../../../../vocabulary/index.ts'
import {
  about,
  type Call,
  mailgunCall,
  mimeId,
  postmarkCall,
  sendgridCall,
  sesBounce,
  snsCall,
} from './provider-calls.fixture.ts'

const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
const elsewhere = (SigningCertURL: string) => () => snsCall(sesBounce('Permanent'), { SigningCertURL })
const event = { event: 'failed', severity: 'permanent' }
/** Reports that prove nothing. */
export const FORGED: [HookProvider, string, () => Call][] = [
  ['mailgun', 'signed with another key', () => mailgunCall(event, 'another key')],
  ['mailgun', 'not signed', () => ({ body: JSON.stringify({ 'event-data': { ...event, id: 'x' } }) })],
  [
    'sendgrid',
    'signed with another key',
    () =>
      sendgridCall(
        [{ sg_event_id: 's', event: 'bounce', 'smtp-id': mimeId() }],
        generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey,
      ),
  ],
  [
    'sendgrid',
    'changed after signing',
    () => ({
      ...sendgridCall([{ sg_event_id: 's', event: 'delivered', 'smtp-id': mimeId() }]),
      body: JSON.stringify([{ sg_event_id: 's', event: 'bounce', 'smtp-id': mimeId() }]),
    }),
  ],
  ['sendgrid', 'not signed', () => ({ body: '[]' })],
  [
    'postmark',
    'with the wrong password',
    () =>
      postmarkCall(
        { RecordType: 'SpamComplaint', MessageID: 'x', Metadata: { reference: about.messageId } },
        'echolot:other',
      ),
  ],
  ['ses', 'signed with another key', () => snsCall(sesBounce('Permanent'), {}, stranger)],
  [
    'ses',
    'with a certificate from elsewhere',
    elsewhere('https://sns.eu-central-1.amazonaws.com.evil.example/SimpleNotificationService-a.pem'),
  ],
  [
    'ses',
    'with a certificate from a bucket',
    elsewhere('https://evil.s3.amazonaws.com/SimpleNotificationService-a.pem'),
  ],
  [
    'ses',
    'with a certificate by plain http',
    elsewhere('http://sns.eu-central-1.amazonaws.com/SimpleNotificationService-a.pem'),
  ],
  [
    'ses',
    'with a certificate behind a redirect',
    elsewhere('https://sns.eu-central-1.amazonaws.com/x?u=/SimpleNotificationService-a.pem'),
  ],
  [
    'ses',
    'with a user in the address',
    elsewhere('https://sns.eu-central-1.amazonaws.com@evil.example/SimpleNotificationService-a.pem'),
  ],
]

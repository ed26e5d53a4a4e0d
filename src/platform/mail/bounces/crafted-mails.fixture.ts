/** Mails as mailboxes, servers and forgers write them; `{to}` is the return path of the message they are about. */
export type CraftedMail = { name: string; raw: string; kind: string | null; status?: string; words?: string }

type Report = {
  to?: string
  action?: string
  status?: string
  code?: string
  head?: string
  more?: string
  original?: string
}

const crlf = (text: string): string => text.replace(/\r?\n/g, '\r\n')

const statusMail = ({ to = '{to}', action = 'failed', status, code, head = '', more = '', original = '' }: Report) =>
  crlf(`Return-Path: <>
${head}From: Mail Delivery System <mailer-daemon@mx.example>
To: <${to}>
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

--b1
Content-Type: text/plain; charset=utf-8

I'm sorry to have to inform you that your message could not be delivered.

--b1
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example
Arrival-Date: Tue, 3 Mar 2026 11:00:00 +0000

Final-Recipient: rfc822; anna@example.net
Action: ${action}
${status ? `Status: ${status}\n` : ''}${code ? `Diagnostic-Code: smtp; ${code}\n` : ''}${more}
--b1
Content-Type: message/rfc822

${original || 'From: ask@nordwind.example\nTo: anna@example.net\nSubject: How likely?\nMessage-ID: <m1@nordwind.example>\n\nHello'}
--b1--
`)

const feedback = (fields: string, to = '{to}') =>
  crlf(`From: <feedback@mailbox.example>
To: <${to}>
Subject: FW: How likely?
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report; boundary="f1"

--f1
Content-Type: text/plain

This is an abuse report.

--f1
Content-Type: message/feedback-report

${fields}

--f1
Content-Type: message/rfc822

From: ask@nordwind.example
Subject: How likely?

Hello
--f1--
`)

const plainMail = (text: string, head = 'Subject: failure notice') =>
  crlf(`From: MAILER-DAEMON@mx.example\nTo: {to}\n${head}\n\n${text}\n`)

const qmail = (lines: string) =>
  plainMail(`Hi. This is the qmail-send program at mx.example.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<anna@example.net>:
${lines}

--- Below this line is a copy of the message.

From: ask@nordwind.example
Subject: How likely?

no such user 5.1.1`)

const unknown = '550 5.1.1 <anna@example.net>: Recipient address rejected: User unknown'

export const craftedMails: CraftedMail[] = [
  {
    name: 'unknown user',
    raw: statusMail({ status: '5.1.1', code: unknown }),
    kind: 'hard_bounce',
    status: '5.1.1',
    words: unknown,
  },
  {
    name: 'null MX',
    raw: statusMail({ status: '5.1.10', code: '556 5.1.10 null MX' }),
    kind: 'hard_bounce',
    status: '5.1.10',
  },
  { name: 'bad domain', raw: statusMail({ status: '5.1.2' }), kind: 'hard_bounce', status: '5.1.2' },
  { name: 'moved', raw: statusMail({ status: '5.1.6' }), kind: 'hard_bounce', status: '5.1.6' },
  { name: 'mailbox disabled', raw: statusMail({ status: '5.2.1' }), kind: 'hard_bounce', status: '5.2.1' },
  { name: 'mailbox full', raw: statusMail({ status: '5.2.2' }), kind: 'soft_bounce', status: '5.2.2' },
  { name: 'too big', raw: statusMail({ status: '5.3.4' }), kind: 'soft_bounce', status: '5.3.4' },
  {
    name: 'policy',
    raw: statusMail({ status: '5.7.1', code: '550 5.7.1 no such user of ours' }),
    kind: 'soft_bounce',
    status: '5.7.1',
  },
  { name: 'given up after days', raw: statusMail({ status: '4.4.7' }), kind: 'soft_bounce', status: '4.4.7' },
  {
    name: 'status says nothing, words do',
    raw: statusMail({ status: '5.0.0', code: unknown }),
    kind: 'hard_bounce',
    status: '5.1.1',
  },
  {
    name: 'neither says anything',
    raw: statusMail({ status: '5.0.0', code: '554 sorry' }),
    kind: 'soft_bounce',
    status: '5.0.0',
  },
  { name: 'no status at all', raw: statusMail({ code: '550 no such user' }), kind: 'hard_bounce' },
  { name: 'delayed', raw: statusMail({ action: 'delayed', status: '4.4.1' }), kind: 'delayed', status: '4.4.1' },
  { name: 'delivered', raw: statusMail({ action: 'delivered', status: '2.0.0' }), kind: 'delivered', status: '2.0.0' },
  { name: 'relayed to where nothing is reported', raw: statusMail({ action: 'relayed', status: '2.0.0' }), kind: null },
  {
    name: 'upper case and folded lines',
    raw: statusMail({ action: 'FAILED', status: '5.1.1 (bad\n mailbox)', code: 'gone\n and folded' }),
    kind: 'hard_bounce',
    words: 'gone and folded',
  },
  {
    name: 'two recipients, the worse counts',
    raw: statusMail({
      action: 'delivered',
      status: '2.0.0',
      more: '\nFinal-Recipient: rfc822; b@example.net\nAction: failed\nStatus: 5.1.1\n',
    }),
    kind: 'hard_bounce',
    status: '5.1.1',
  },
  {
    name: 'a report inside the original counts for nothing',
    raw: statusMail({
      action: 'delayed',
      status: '4.2.0',
      original: 'Subject: x\nContent-Type: message/delivery-status\n\nAction: failed\nStatus: 5.1.1',
    }),
    kind: 'delayed',
  },
  {
    name: 'markup and control characters in the words',
    raw: statusMail({ status: '5.1.1', code: '<script>alert(1)</script>\u0007\u202e end' }),
    kind: 'hard_bounce',
    words: '<script>alert(1)</script> end',
  },
  {
    name: 'the return path in Delivered-To',
    raw: statusMail({ to: 'postmaster@nordwind.example', status: '5.1.1', head: 'Delivered-To: {to}\n' }),
    kind: 'hard_bounce',
  },
  {
    name: 'qmail, unknown user',
    raw: qmail('Sorry, no mailbox here by that name. (#5.1.1)'),
    kind: 'hard_bounce',
    status: '5.1.1',
  },
  {
    name: 'qmail, remote words',
    raw: qmail('192.0.2.1 does not like recipient.\nRemote host said: 550 user unknown'),
    kind: 'hard_bounce',
  },
  { name: 'qmail, full', raw: qmail('user is over quota (#4.2.2)'), kind: 'soft_bounce', status: '4.2.2' },
  {
    name: 'complaint',
    raw: feedback(
      'Feedback-Type: abuse\nUser-Agent: SomeGenerator/1.0\nVersion: 1\nOriginal-Mail-From: <{to}>',
      'fbl@nordwind.example',
    ),
    kind: 'complaint',
    words: 'SomeGenerator/1.0',
  },
  { name: 'complaint to the return path', raw: feedback('Feedback-Type: abuse\nVersion: 1'), kind: 'complaint' },
  { name: 'feedback that is no complaint', raw: feedback('Feedback-Type: not-spam\nVersion: 1'), kind: null },
  {
    name: 'an answer by a person who quotes a bounce',
    raw: plainMail('I got this:\n\n<anna@example.net>:\n550 user unknown', 'Subject: Re: How likely?'),
    kind: null,
  },
  {
    name: 'out of office',
    raw: plainMail('I am away until Monday.', 'Subject: Away\nAuto-Submitted: auto-replied'),
    kind: null,
  },
  {
    name: 'an attachment that calls itself a report',
    raw: statusMail({ status: '5.1.1' }).replaceAll('message/delivery-status', 'application/octet-stream'),
    kind: null,
  },
  { name: 'nothing at all', raw: '', kind: null },
  {
    name: 'bytes of anything',
    raw: Array.from({ length: 5000 }, (_, i) => String.fromCharCode((i * 7919) % 256)).join(''),
    kind: null,
  },
]

import { ChannelProblem, type Outgoing, sendingChannel, type Transport } from '../../channels/index.ts'
import { startCatcher } from '../../platform/mail/index.ts'
import type { Tools } from '../../platform/tools.ts'
import { catchMail } from './catch-mail.ts'
import { hookAddress } from './message-links.ts'
import { insertCaught } from './queries/caught.ts'
import type { ClaimedMessage } from './queries/claim.ts'
import { textSettings } from './text-settings.ts'

type TransportOf = (message: ClaimedMessage) => Promise<Transport>

/** The mail server of the settings; without one, and always in the demo, the catcher. Opened when the first mail is due. */
export function mailTransport(tools: Tools, silenceMs?: number): TransportOf {
  let transport: Promise<Transport> | null = null
  return () => {
    transport ??= openMail(tools, silenceMs)
    return transport
  }
}

async function openMail(tools: Tools, silenceMs?: number): Promise<Transport> {
  const { smtpUrl, demo } = tools.settings
  const email = await sendingChannel.email()
  const url = smtpUrl && !demo ? smtpUrl : (await startCatcher(mail => catchMail(tools.database, mail))).smtpUrl
  return email.open({ smtpUrl: url, silenceMs }, { rules: { insideHosts: [] }, hookUrl: null })
}

const FRESH_MS = 5000

/** The provider that each workspace chose for texts; without one, and always in the demo, they are caught like mails. */
export function textTransports(tools: Tools): TransportOf {
  const open = new Map<string, { transport: Promise<Transport>; until: number }>()
  return ({ workspaceId }) => {
    const known = open.get(workspaceId)
    if (known && known.until > performance.now()) return known.transport
    const transport = openTexts(tools, workspaceId)
    open.set(workspaceId, { transport, until: performance.now() + FRESH_MS })
    transport.catch(() => open.delete(workspaceId))
    return transport
  }
}

async function openTexts(tools: Tools, workspaceId: string): Promise<Transport> {
  const { secret, publicUrl, insideHosts, demo } = tools.settings
  const scope = { workspaceId, actor: 'echolot' }
  const given = demo
    ? null
    : await tools.database.readWorkspace(scope, reader => textSettings(reader, workspaceId, secret))
  if (!given) return catchTexts(tools)
  const sms = await sendingChannel.sms()
  const { provider, settings } = given
  const hookUrl = publicUrl.startsWith('https:') ? hookAddress(tools.settings, workspaceId) : null
  return sms.open({ provider, settings }, { rules: { insideHosts: insideHosts ?? [] }, hookUrl })
}

/** Texts that nobody carries stand on the page /mail beside the mails. */
const catchTexts = ({ database }: Tools): Transport => ({
  prepare: async message => {
    if (!message.text.trim()) throw new ChannelProblem('refused', 'empty message')
    return { release: () => keepText(database, message), drop: () => undefined }
  },
  close: () => undefined,
})

async function keepText(database: Tools['database'], message: Outgoing): Promise<string> {
  const { text, date } = message
  const [messageId = ''] = message.messageId.split('@')
  const to = message.to.address.replaceAll(/[^+\d]/g, '')
  const head = [
    `Message-ID: <${message.messageId}>`,
    'From: SMS',
    `To: ${to}`,
    'Subject: SMS',
    `Date: ${date.toUTCString()}`,
  ]
  const type = ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64']
  const raw = Buffer.from([...head, ...type, '', Buffer.from(text).toString('base64')].join('\r\n'))
  const kept = await insertCaught(database, { messageId, from: 'SMS', to, subject: 'SMS', raw })
  if (!kept) throw new ChannelProblem('refused', 'not a text of this installation')
  return 'caught'
}

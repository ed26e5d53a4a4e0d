import { checkSender, type Dns, dnsOver, type Finding, sendingHost } from '../../../platform/mail/index.ts'
import type { Tools } from '../../../platform/tools.ts'
import type { Work } from '../../../platform/work-loop.ts'
import { domainOf } from './domain-groups.ts'
import { makeSenderKey } from './make-sender-key.ts'
import { endRests } from './queries/reports.ts'
import { domainsToCheck, saveFindings, senderRow, wantCheck } from './queries/senders.ts'
import { isCaught } from './read-sender.ts'

const LOOK_EVERY_MS = 2000

/** Looks up the records of sender domains when somebody asks, and by itself once a day; makes keys on first use; ends rests. */
export const checkingSenders = (tools: Tools, dns: Dns = dnsOver(tools.settings.dnsServers)): Work => ({
  name: 'looking up sender domains',
  everyMs: LOOK_EVERY_MS,
  byClock: true,
  once: async () => {
    await endRests(tools.database, tools.clock())
    for (const { workspaceId, domain } of await domainsToCheck(tools.database, tools.clock())) {
      await checkDomain(tools, dns, workspaceId, domain).catch(error =>
        tools.log.warn({ err: error, domain }, 'a sender domain could not be looked up'),
      )
    }
    return false
  },
})

/** Looks up one sender domain and writes what was found; without a mail server it only gets its key. */
export async function checkDomain(tools: Tools, dns: Dns, workspaceId: string, domain: string): Promise<Finding[]> {
  const { database, settings, clock } = tools
  const dkim = await makeSenderKey(tools, workspaceId, domain)
  const scope = { workspaceId, actor: 'echolot', quiet: true }
  const findings = isCaught(settings) ? [] : await lookUp(tools, dns, workspaceId, domain, dkim)
  await database.inWorkspace(scope, async tx => {
    await wantCheck(tx, domain)
    await saveFindings(tx, domain, findings, clock())
  })
  return findings
}

async function lookUp(
  { database, settings }: Tools,
  dns: Dns,
  workspaceId: string,
  domain: string,
  dkim: { selector: string; publicKey: string },
): Promise<Finding[]> {
  const row = await database.readWorkspace({ workspaceId }, senderRow)
  const host = await sendingHost(dns, settings.smtpUrl ?? '', settings.publicUrl)
  const returnDomain = row.return_address ? domainOf(row.return_address) : domain
  return checkSender(dns, { domain, returnDomain, dkim, host })
}

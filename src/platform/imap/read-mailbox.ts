import { ImapFlow } from 'imapflow'
import { EgressProblem, type EgressRules, findHost } from '../egress/index.ts'

/** How to reach a mailbox. */
export type MailboxAccess = {
  host: string
  port: number
  tls: 'tls' | 'starttls' | 'none'
  userName: string
  password: string
  folder: string
}

/** How far a mailbox was read: numbers of mails hold as long as `uidValidity` stays the same. */
export type Place = { uidValidity: string | null; lastUid: number }

/** A mail as the server has it; of a big one only the beginning. */
export type FetchedMail = { uid: number; source: Buffer }

/** Why a mailbox could not be read, in words for whoever set it up. */
export class MailboxProblem extends Error {
  readonly kind: 'forbidden' | 'unreachable' | 'sign_in' | 'folder' | 'lost'

  constructor(kind: MailboxProblem['kind'], cause?: unknown) {
    super(kind, { cause })
    this.name = 'MailboxProblem'
    this.kind = kind
  }
}

const MOST_BYTES = 1_000_000
const MOST_MAILS = 200
const DAYS_BACK = 14
const DAY_MS = 86_400_000

/** Opens the folder to look only, tells how many mails it has, and closes it. */
export const countMails = (access: MailboxAccess, rules: EgressRules): Promise<number> =>
  withFolder(access, rules, async client => (client.mailbox ? client.mailbox.exists : 0))

/**
 * Hands new mails over, oldest first, at most 200; nothing in the mailbox is changed. Without a known place the mails of the last
 * 14 days count as new, so `take` has to know what it had before. Returns how far it came.
 */
export function readNewMails(
  access: MailboxAccess,
  rules: EgressRules,
  { place, now }: { place: Place; now: Date },
  take: (mail: FetchedMail) => Promise<void>,
): Promise<Place> {
  return withFolder(access, rules, async client => {
    const uidValidity = client.mailbox ? String(client.mailbox.uidValidity) : null
    const known = uidValidity === place.uidValidity
    const found = await client.search(
      known ? { uid: `${place.lastUid + 1}:*` } : { since: new Date(now.getTime() - DAYS_BACK * DAY_MS) },
      { uid: true },
    )
    // The client says `false` where a command failed.
    if (found === false || found === undefined) throw new MailboxProblem('lost')
    let lastUid = known ? place.lastUid : 0
    // `n:*` names the last mail even when its number is below n.
    const fresh = found.filter(uid => uid > lastUid).sort((a, b) => a - b)
    for (const uid of fresh.slice(0, MOST_MAILS)) {
      const mail = (await client.fetchOne(String(uid), { source: { maxLength: MOST_BYTES } }, { uid: true })) || null
      if (!client.usable) throw new MailboxProblem('lost')
      if (mail?.source) await take({ uid, source: mail.source })
      lastUid = uid
    }
    return { uidValidity, lastUid }
  })
}

async function withFolder<T>(
  access: MailboxAccess,
  rules: EgressRules,
  work: (client: ImapFlow) => Promise<T>,
): Promise<T> {
  const client = await openClient(access, rules)
  try {
    await client.connect().catch(cause => {
      throw new MailboxProblem(cause?.authenticationFailed ? 'sign_in' : 'unreachable', cause)
    })
    const lock = await client.getMailboxLock(access.folder, { readOnly: true }).catch(cause => {
      throw new MailboxProblem('folder', cause)
    })
    try {
      return await work(client)
    } finally {
      lock.release()
    }
  } catch (cause) {
    throw isOurs(cause) ? cause : new MailboxProblem('lost', cause)
  } finally {
    await client.logout().catch(() => client.close())
  }
}

/** Problems of whoever takes the mails are theirs; what the connection says is a problem of the mailbox. */
const isOurs = (cause: unknown): boolean =>
  cause instanceof MailboxProblem ||
  !(cause instanceof Error && 'code' in cause && String(cause.code).match(/^(E[A-Z]|NoConnection)/))

async function openClient(access: MailboxAccess, rules: EgressRules): Promise<ImapFlow> {
  const inside = rules.insideHosts.includes(`${access.host.toLowerCase()}:${access.port}`)
  const usual = access.port === 993 || access.port === 143
  // A password crosses no open network in clear text, and no other port is knocked at.
  if (!inside && (access.tls === 'none' || !usual)) throw new MailboxProblem('forbidden')
  const way = await findHost(access.host, access.port, rules).catch(cause => {
    throw new MailboxProblem(
      cause instanceof EgressProblem && cause.failure === 'forbidden' ? 'forbidden' : 'unreachable',
      cause,
    )
  })
  const client = new ImapFlow({
    host: way.address,
    servername: way.host,
    port: access.port,
    secure: access.tls === 'tls',
    doSTARTTLS: access.tls === 'starttls',
    auth: { user: access.userName, pass: access.password },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
  })
  // A connection that breaks between two commands must not end the process; the next command says so.
  client.on('error', () => undefined)
  return client
}

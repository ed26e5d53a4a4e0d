import { makeDkimKey } from '../../../platform/mail/index.ts'
import { sealSecret } from '../../../platform/secrets/index.ts'
import type { Tools } from '../../../platform/tools.ts'
import { dkimRow, insertDkimKey } from './queries/senders.ts'

/** Where a private key is sealed: it opens in its own row alone. */
export const dkimPlace = (workspaceId: string, domain: string): string => `dkim_keys/${workspaceId}/${domain}`

/** Makes the key of a sender domain on first use. The selector names the workspace, so that two of one domain have two keys. */
export async function makeSenderKey(
  { database, settings }: Pick<Tools, 'database' | 'settings'>,
  workspaceId: string,
  domain: string,
): Promise<{ selector: string; publicKey: string }> {
  const scope = { workspaceId, actor: 'echolot', quiet: true }
  const known = await database.readWorkspace(scope, reader => dkimRow(reader, domain))
  if (known) return { selector: known.selector, publicKey: known.public_key }
  const { privateKey, publicKey } = await makeDkimKey()
  const selector = `echolot-${workspaceId.slice(0, 8)}`
  const sealed = sealSecret(settings.secret, dkimPlace(workspaceId, domain), privateKey)
  await database.inWorkspace(scope, tx => insertDkimKey(tx, { domain, selector, privateKey: sealed, publicKey }))
  // Another process may have been first.
  const stored = await database.readWorkspace(scope, reader => dkimRow(reader, domain))
  return { selector: stored?.selector ?? selector, publicKey: stored?.public_key ?? publicKey }
}

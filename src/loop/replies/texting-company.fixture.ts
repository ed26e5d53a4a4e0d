import { onTestFinished } from 'vitest'
import { PROVIDERS, type ProviderGround } from '../../../test/contract/sms-providers.ts'
import { freshWorkspace } from '../../../test/harness/database.ts'
import { type TextReply, textServer } from '../../../test/harness/text-server.ts'
import type { Database } from '../../platform/database/index.ts'
import type { Tools } from '../../platform/tools.ts'
import { changeTextChannel } from '../messages/channels/change-text-channel.ts'
import { toolsFor } from '../messages/sending.fixture.ts'
import { texting } from '../messages/sending.ts'
import { addresses } from '../people/index.ts'
import { askedPerson } from './replies.fixture.ts'

export const NUMBER = '+4915112345678'

/** The provider whose calls stories speak. */
export const providerNamed = (name: string) => PROVIDERS.find(one => one.name === name) as ProviderGround

/** A company with a provider of texts of its own, for one story. */
export async function textingCompany(database: Database) {
  await database.pool.query('delete from messages')
  const { scope } = await freshWorkspace(database)
  const generic = providerNamed('generic')
  let reply: TextReply | null = null
  const server = await textServer(request => reply ?? PROVIDERS.find(one => one.is(request))?.reply ?? generic.reply)
  onTestFinished(async () => {
    await server.stop()
  })
  const plain = toolsFor(database, null)
  const tools: Tools = { ...plain, settings: { ...plain.settings, insideHosts: [server.inside] } }
  const choose = (provider: ProviderGround) => {
    const settings = provider.settings(server.url) as Record<string, string>
    const channel = { provider: provider.name, settings, country: 'DE', twoWay: true }
    const by = { workspaceId: scope.workspaceId, language: 'en' as const }
    return database.inWorkspace(scope, tx => changeTextChannel(tx, channel, by, tools.settings))
  }
  await choose(generic)
  return {
    ...{ scope, tools, server, generic, choose },
    /** What the provider says from now on; null for what it usually says. */
    replyWith: (next: TextReply | null) => {
      reply = next
    },
    ask: (accepted = false) => askedPerson(tools, scope, { channel: 'sms', address: NUMBER, accepted }),
    send: () => texting(tools).once(),
    messages: () =>
      database.readWorkspace(scope, reader =>
        reader
          .selectFrom('messages')
          .select(['state', 'reason', 'purpose', 'outcome', 'provider_reply'])
          .orderBy('created_at')
          .execute(),
      ),
    stands: (key: Buffer) => database.readWorkspace(scope, reader => addresses.suppressionOf(reader, 'sms', key)),
  }
}

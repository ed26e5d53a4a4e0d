import { type AnySmsProvider, SMS_PROVIDERS, smsProvider } from '../../../channels/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { sealSecret } from '../../../platform/secrets/index.ts'
import type { Settings } from '../../../platform/settings.ts'
import { Refusal, type TextChannel, type TextChannelChange } from '../../../vocabulary/index.ts'
import { deleteText, upsertText } from '../queries/text-settings.ts'
import { textSecretsPlace, textSettings } from '../text-settings.ts'
import { type Asking, readTextChannel } from './read-text-channel.ts'

type House = Pick<Settings, 'secret' | 'publicUrl'>
type Given = Record<string, unknown>

/** Chooses a provider of texts and its settings; a password that is left out stays as it was. */
export async function changeTextChannel(
  tx: Tx,
  given: TextChannelChange,
  asking: Asking,
  house: House,
): Promise<TextChannel> {
  const provider = await providerNamed(given.provider)
  const before = await textSettings(tx, asking.workspaceId, house.secret)
  const kept = before?.provider === provider.name ? secretsOf(provider, before.settings) : {}
  const filled = Object.entries(given.settings).filter(([, value]) => value.trim() !== '')
  const parsed = provider.settings.safeParse({ ...kept, ...Object.fromEntries(filled) })
  if (!parsed.success) {
    const fields = parsed.error.issues.map(issue => ({
      path: `settings.${issue.path.join('.')}`,
      problem: issue.message,
    }))
    throw new Refusal('body_invalid', { fields: fields.map(field => field.path).join(', ') }, fields)
  }
  const settings = parsed.data as Given
  const secrets = secretsOf(provider, settings)
  const sealed = sealSecret(house.secret, textSecretsPlace(asking.workspaceId), JSON.stringify(secrets))
  await upsertText(tx, {
    provider: provider.name,
    settings: Object.fromEntries(Object.entries(settings).filter(([name]) => !(name in secrets))),
    secrets: sealed,
    country: given.country ?? null,
    twoWay: given.twoWay,
  })
  return readTextChannel(tx, asking, house)
}

/** Ends sending texts: what waits is caught from now on, as without a provider. */
export async function endTextChannel(tx: Tx): Promise<void> {
  if (!(await deleteText(tx))) throw new Refusal('not_found')
}

async function providerNamed(name: string): Promise<AnySmsProvider> {
  const known = SMS_PROVIDERS.find(one => one === name)
  if (known) return smsProvider(known)
  const problem = `is none of ${SMS_PROVIDERS.join(', ')}`
  throw new Refusal('body_invalid', { fields: 'provider' }, [{ path: 'provider', problem }])
}

const secretsOf = ({ fields }: AnySmsProvider, settings: Given): Given =>
  Object.fromEntries(Object.entries(settings).filter(([name, value]) => fields[name]?.secret && value !== undefined))

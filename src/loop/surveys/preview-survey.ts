import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { z } from 'zod'
import type { Reader } from '../../platform/database/index.ts'
import { openToken, sealToken } from '../../platform/secrets/index.ts'
import type { Tools } from '../../platform/tools.ts'
import { Wording, WordingLanguage } from '../../vocabulary/index.ts'
import { drawPreview } from './draw-preview.ts'
import { askingWorkspace } from './queries.ts'

/** What to show: the mail, or one of the three pages. */
export const PreviewRequest = z.strictObject({
  language: WordingLanguage,
  wording: Wording,
  show: z.enum(['mail', 'score', 'comment', 'thanks']),
  score: z.number().int().min(0).max(10).default(9),
})
export const Preview = z.object({ address: z.string(), subject: z.string().nullable(), text: z.string().nullable() })

const Sealed = PreviewRequest.extend({ company: z.string(), imprint: z.string(), until: z.number() })
/** A preview carries its whole wording, so that nothing has to be stored for it. */
export type SealedPreview = z.output<typeof Sealed>

const HOUR = 3_600_000
const MOST = { bytes: 100_000, characters: 12_000 }

/** An address under which, for an hour, the very page or mail stands that a person would get; nothing is saved. */
export async function previewSurvey(
  reader: Reader,
  asked: z.output<typeof PreviewRequest>,
  { settings, clock }: Pick<Tools, 'settings' | 'clock'>,
): Promise<z.input<typeof Preview>> {
  const workspace = await askingWorkspace(reader)
  const sealed = {
    ...asked,
    company: workspace.name,
    imprint: workspace.imprint ?? '',
    until: clock().getTime() + HOUR,
  }
  const payload = deflateRawSync(JSON.stringify(sealed))
  const { subject, text } = drawPreview(sealed)
  return { address: `/preview/${sealToken(settings.secret, 'preview', payload)}`, subject, text }
}

/** What stands in a preview's address; null when it is not ours or too old. */
export function openPreview(
  token: string,
  { settings, clock }: Pick<Tools, 'settings' | 'clock'>,
): SealedPreview | null {
  const payload = openToken(settings.secret, 'preview', token, MOST.characters)
  if (!payload) return null
  const read = Sealed.safeParse(JSON.parse(inflateRawSync(payload, { maxOutputLength: MOST.bytes }).toString()))
  return read.success && read.data.until > clock().getTime() ? read.data : null
}

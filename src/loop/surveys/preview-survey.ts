import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { z } from 'zod'
import type { Reader } from '../../platform/database/index.ts'
import { openToken, sealToken } from '../../platform/secrets/index.ts'
import type { Tools } from '../../platform/tools.ts'
import { Opening, Question, Wording, WordingLanguage } from '../../vocabulary/index.ts'
import { drawPreview } from './draw-preview.ts'
import { askingWorkspace } from './queries.ts'

/** What can be shown: the two mails, the pages in their order, the widget on a page, the text message. */
const SHOWN = ['mail', 'reminder', 'opening', 'follow_up', 'questions', 'thanks', 'widget', 'sms'] as const
const Shown = z.enum(SHOWN)

/** What to show of one language of a wording, to somebody who gave the opening this value. */
export const PreviewRequest = z.strictObject({
  language: WordingLanguage,
  opening: Opening.default('nps'),
  wording: Wording,
  /** The questions that share the page where questions are shown. */
  questions: z.array(Question).max(20).default([]),
  value: z.number().int().min(0).max(10).nullable().default(null),
  shows: z.array(Shown).min(1).max(SHOWN.length),
})
export const Preview = z.object({
  items: z.array(
    z.object({
      show: Shown,
      address: z.string().nullable(),
      subject: z.string().nullable(),
      text: z.string().nullable(),
    }),
  ),
})

const Sealed = PreviewRequest.omit({ shows: true }).extend({
  show: Shown,
  company: z.string(),
  imprint: z.string(),
  until: z.number(),
})
/** A preview carries its whole wording, so that nothing has to be stored for it. */
export type SealedPreview = z.output<typeof Sealed>

const HOUR = 3_600_000
const MOST = { bytes: 100_000, characters: 12_000 }

/** Addresses under which, for an hour, the very pages and mails stand that a person would get; nothing is saved. */
export async function previewSurvey(
  reader: Reader,
  { shows, ...asked }: z.output<typeof PreviewRequest>,
  { settings, clock }: Pick<Tools, 'settings' | 'clock'>,
): Promise<z.input<typeof Preview>> {
  const workspace = await askingWorkspace(reader)
  const until = clock().getTime() + HOUR
  const house = { company: workspace.name, imprint: workspace.imprint ?? '', until }
  return {
    items: shows.map(show => {
      const preview = { ...asked, wording: wordsFor(show, asked.wording), ...house, show }
      const { subject, text } = drawPreview(preview, settings)
      const payload = deflateRawSync(JSON.stringify(preview))
      const address = show === 'sms' ? null : `/preview/${sealToken(settings.secret, 'preview', payload)}`
      return { show, address, subject, text }
    }),
  }
}

/** The words that a preview needs, so that its address stays short. */
function wordsFor(show: SealedPreview['show'], wording: Wording): Wording {
  const questions = show === 'questions' ? wording.questions : {}
  const followUpByScore = show === 'follow_up' || show === 'widget' ? wording.followUpByScore : {}
  return { ...wording, questions, followUpByScore }
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

import { z } from 'zod'
import type { Caller, Download } from '../../../access/index.ts'
import { say } from '../../../languages/index.ts'
import type { Tools } from '../../../platform/tools.ts'
import { Refusal, WordingLanguage } from '../../../vocabulary/index.ts'
import { readSurvey } from '../../surveys/index.ts'
import { linkTexts } from '../link-texts.ts'
import { writtenKey } from '../make-key.ts'
import { companyName } from '../queries/links.ts'
import { readLink } from '../read-links.ts'
import { codePng, codeSvg } from './code.ts'
import { type Cards, printSheet, type SheetTexts } from './sheet.ts'

export const SheetQuery = z.strictObject({
  format: z.enum(['pdf', 'svg', 'png']).default('pdf'),
  cards: z.enum(['1', '2', '4', '8']).default('1'),
  language: WordingLanguage.optional(),
})

/** The code of an open link as a file: a sheet to print, or the code alone. */
export async function sheetOf(
  tools: Tools,
  caller: Caller,
  openLinkId: string,
  query: z.infer<typeof SheetQuery>,
): Promise<Download> {
  const texts = await tools.database.readWorkspace(caller, async reader => {
    const link = await readLink(reader, openLinkId, tools.settings)
    if (link.channel !== 'link' && link.channel !== 'kiosk') throw new Refusal('not_found')
    const { wording, opening } = await readSurvey(reader, link.surveyId)
    const company = await companyName(reader)
    const shown = linkTexts(wording, { company, opening, wanted: [query.language, link.language] })
    const typed = link.address.replace(/^https?:\/\//, '').replace(link.key, writtenKey(link.key))
    return sheetTexts({ ...shown, company, address: link.address, typed, name: link.name })
  })
  const fileName = `${texts.name.replaceAll(/[^\p{L}\p{N} _-]/gu, '').slice(0, 80) || 'code'}.${query.format}`
  if (query.format === 'svg')
    return { type: 'image/svg+xml', fileName, content: codeSvg(texts.address, texts.question) }
  if (query.format === 'png') return { type: 'image/png', fileName, content: new Uint8Array(codePng(texts.address)) }
  const sheet = await printSheet(texts, Number(query.cards) as Cards)
  return { type: 'application/pdf', fileName, content: new Uint8Array(sheet) }
}

type Shown = {
  language: WordingLanguage
  company: string
  question: string
  address: string
  typed: string
  name: string
}

function sheetTexts({ typed, ...shown }: Shown): SheetTexts & { name: string } {
  const t = (key: 'howTo' | 'orType' | 'alternative') =>
    say(shown.language, `links.visitor.${key}`, { address: typed, question: shown.question })
  return { ...shown, howTo: t('howTo'), orType: t('orType'), alternative: t('alternative') }
}

import { z } from 'zod'
import { customerLanguageOf } from '../../languages/index.ts'
import type { Reader } from '../../platform/database/index.ts'
import { Opening, SurveyKind, Wording, WordingLanguage } from '../../vocabulary/index.ts'
import { askingWorkspace } from './queries.ts'
import { apartWording, standardWording } from './standard-wording.ts'

/** Which standard words are wanted. */
export const StandardWordingQuery = z.strictObject({
  language: WordingLanguage,
  kind: SurveyKind.default('relationship'),
  opening: Opening.default('nps'),
})
/** The standard words of one language, and the follow-ups that ask a 7 and an 8 apart. */
export const StandardWording = z.object({ wording: Wording, apart: z.record(z.string(), z.string()) })

/** What a survey says in a language before anybody changed it. */
export async function readStandardWording(
  reader: Reader,
  { language, kind, opening }: z.output<typeof StandardWordingQuery>,
): Promise<z.input<typeof StandardWording>> {
  const { name } = await askingWorkspace(reader)
  const own = customerLanguageOf(language)
  return {
    wording: standardWording(own, { company: name, kind, opening }),
    apart: opening === 'nps' ? apartWording(own) : {},
  }
}

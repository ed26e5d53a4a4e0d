import { type Language, say } from '../../languages/index.ts'
import { type Opening, Refusal, structureProblems, type Wordings } from '../../vocabulary/index.ts'

const MOST_NAMED = 20

/** Refuses a wording whose questions cannot be asked as they stand; every problem is named with its place. */
export function checkWording(opening: Opening, wordings: Wordings, language: Language): void {
  const fields = structureProblems(opening, wordings)
    .slice(0, MOST_NAMED)
    .map(({ path, code, facts }) => ({
      path: `wording.${path}`,
      problem: say(language, `surveys.structure.${code}`, facts),
    }))
  if (fields.length > 0) throw new Refusal('survey_questions_wrong', {}, fields)
}

import { type Language, say } from '../../languages/index.ts'
import type { Reader } from '../../platform/database/index.ts'
import { structureProblems, type WordingHint, type WordingProblem, type Wordings } from '../../vocabulary/index.ts'
import { askingWorkspace } from './queries.ts'
import { readSurvey } from './read-survey.ts'
import { type FoundHint, findHints } from './wording-hints/index.ts'

const MOST_WORDS = 120
const PLACES = { company: '{{company}}', first_name: '{{first_name}}' }

/** What could be said better in a wording that may not be saved yet, and what would keep it from being published. */
export async function findWordingHints(
  reader: Reader,
  surveyId: string,
  asked: { wording: Wordings; language: Language },
): Promise<{ hints: WordingHint[]; problems: WordingProblem[] }> {
  const { opening, anonymous } = await readSurvey(reader, surveyId)
  const { name } = await askingWorkspace(reader)
  const { wording: wordings, language } = asked
  const found = await findHints({ opening, anonymous, company: name, wordings })
  return {
    hints: found.map(hint => sayHint(hint, language)),
    problems: structureProblems(opening, wordings).map(({ path, code, facts }) => ({
      path,
      code,
      says: say(language, `surveys.structure.${code}`, facts),
    })),
  }
}

function sayHint(hint: FoundHint, language: Language): WordingHint {
  const words = hint.found.length > MOST_WORDS ? `${hint.found.slice(0, MOST_WORDS)}…` : hint.found
  const sentence = (part: 'says' | 'mend') =>
    say(language, `surveys.hints.${hint.rule}.${part}`, { found: words, ...PLACES })
  return { ...hint, found: words, says: sentence('says'), mend: sentence('mend') }
}

import { CUSTOMER_LANGUAGES, type CustomerLanguage, wantedLanguages } from '../../languages/index.ts'
import { fillIn } from '../../respondent/index.ts'
import { askEnds, askTexts } from '../../respondent/widget/ask-words.ts'
import type { AskQuestion, AskTexts } from '../../respondent/widget/config.ts'
import {
  type Opening,
  type Question,
  type QuestionWording,
  scaleOf,
  type Wording,
  type Wordings,
} from '../../vocabulary/index.ts'

type Wish = { company: string; opening: Opening; wanted: readonly (string | null | undefined)[] }

/** The languages that a survey has, in the order of the language lists. */
export const languagesOf = (wordings: Wordings): CustomerLanguage[] =>
  CUSTOMER_LANGUAGES.filter(language => wordings.texts[language] !== undefined)

/** Everything a visitor reads, in the first of the wanted languages that the survey has. */
export function linkTexts(
  wordings: Wordings,
  { company, opening, wanted }: Wish,
): AskTexts & { language: CustomerLanguage } {
  const language = pageLanguageOf(wordings, wanted)
  const wording = wordings.texts[language] ?? wordings.texts[wordings.language]
  if (!wording) throw new Error('a survey has no text in its first language')
  const fill = (text: string) => fillIn(text, { company, first_name: '' })
  const questions = wordings.questions.map(question => {
    const words = wordsOf(wordings, wording, question)
    return askQuestion(question, { ...words, ...askEnds(language, question.kind, words) }, fill)
  })
  return { ...askTexts(wording, { opening, language, fill }), questions, language }
}

/** A question that a translation left out is asked in the survey's first language. */
const wordsOf = (wordings: Wordings, wording: Wording, { questionId }: Question): QuestionWording =>
  wording.questions[questionId] ??
  wordings.texts[wordings.language]?.questions[questionId] ?? { text: questionId, lowEnd: '', highEnd: '', options: {} }

/** A question as a small script draws it; what it has not is left out, because every letter travels. */
function askQuestion(question: Question, words: QuestionWording, fill: (text: string) => string): AskQuestion {
  const { questionId, kind, several, required, options, when } = question
  const scale = scaleOf(kind)
  return {
    id: questionId,
    kind,
    text: fill(words.text),
    ...(scale && { scale: [scale.from, scale.to], lowEnd: words.lowEnd, highEnd: words.highEnd }),
    ...(kind === 'choice' && { options: options.map(name => [name, fill(words.options[name] ?? name)]) }),
    ...(several && { several }),
    ...(required && { required }),
    ...(when.length > 0 && { when: when.map(({ questionId: id, ratings, options }) => [id, ...ratings, ...options]) }),
  }
}

/** The first wanted language that the survey has; otherwise its own first one. */
export function pageLanguageOf(wordings: Wordings, wanted: readonly (string | null | undefined)[]): CustomerLanguage {
  return wantedLanguages(languagesOf(wordings), wanted.filter(Boolean).join())[0] ?? wordings.language
}

import { CUSTOMER_LANGUAGES, type CustomerLanguage, directionOf, say, wantedLanguages } from '../../languages/index.ts'
import { fillIn } from '../../respondent/index.ts'
import type { AskQuestion, AskTexts } from '../../respondent/widget/config.ts'
import { type Question, type QuestionWording, scaleOf, type Wording, type Wordings } from '../../vocabulary/index.ts'

type Wish = { company: string; wanted: readonly (string | null | undefined)[] }

/** The languages that a survey has, in the order of the language lists. */
export const languagesOf = (wordings: Wordings): CustomerLanguage[] =>
  CUSTOMER_LANGUAGES.filter(language => wordings.texts[language] !== undefined)

/** Everything a visitor reads, in the first of the wanted languages that the survey has. */
export function linkTexts(wordings: Wordings, { company, wanted }: Wish): AskTexts & { language: CustomerLanguage } {
  const language = pageLanguageOf(wordings, wanted)
  const wording = wordings.texts[language] ?? wordings.texts[wordings.language]
  if (!wording) throw new Error('a survey has no text in its first language')
  return {
    language,
    direction: directionOf(language),
    ...textsOf(wordings, wording, company),
    words: wordsIn(language),
  }
}

function textsOf(wordings: Wordings, wording: Wording, company: string) {
  const fill = (text: string) => fillIn(text, { company, first_name: '' })
  const all = <T extends Record<string, string>>(texts: T) =>
    Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, fill(text)])) as T
  const { lowEnd, highEnd } = wording
  return {
    question: fill(wording.question),
    lowEnd,
    highEnd,
    followUp: all(wording.followUp),
    followUpByScore: all(wording.followUpByScore as Record<string, string>),
    questions: wordings.questions.map(question => askQuestion(question, wordsOf(wordings, wording, question), fill)),
    thanks: all(wording.thanks),
  }
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

const wordsIn = (language: CustomerLanguage) => ({
  send: say(language, 'respondent.sendComment'),
  next: say(language, 'respondent.continue'),
  skip: say(language, 'respondent.skip'),
  optional: say(language, 'links.visitor.optional'),
  close: say(language, 'links.visitor.close'),
  again: say(language, 'links.visitor.again'),
  several: say(language, 'respondent.severalAllowed'),
  needed: say(language, 'respondent.answerNeeded'),
})

/** The first wanted language that the survey has; otherwise its own first one. */
export function pageLanguageOf(wordings: Wordings, wanted: Wish['wanted']): CustomerLanguage {
  return wantedLanguages(languagesOf(wordings), wanted.filter(Boolean).join())[0] ?? wordings.language
}

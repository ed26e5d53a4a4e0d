import { type CustomerLanguage, directionOf, say } from '../../languages/index.ts'
import { type Opening, PASSIVE_REASONS, type QuestionKind, scaleOf, type Wording } from '../../vocabulary/index.ts'
import { endWords } from '../pages/scale.ts'
import type { AskReasons, AskTexts, AskWords, ByPart } from './config.ts'

/** What is asked, in which language, and how its placeholders are filled. */
type Asked = { opening: Opening; language: CustomerLanguage; fill: (text: string) => string }

/** All that a visitor reads but the further questions. */
export function askTexts(wording: Wording, { opening, language, fill }: Asked): Omit<AskTexts, 'questions'> {
  const inParts = ({ promoter, passive, detractor }: Wording['thanks']): ByPart<string> => [
    fill(promoter),
    fill(passive),
    fill(detractor),
  ]
  const byScore = Object.entries(wording.followUpByScore).map(([score, text = '']) => [score, fill(text)])
  const { promoter, passive, detractor } = wording.nextStep
  return {
    language,
    direction: directionOf(language),
    question: fill(wording.question),
    ...askEnds(language, opening, wording),
    followUp: inParts(wording.followUp),
    followUpByScore: Object.fromEntries(byScore),
    // The reasons of passives are asked of the NPS question alone.
    ...(opening === 'nps' && { reasons: askReasons(language) }),
    thanks: inParts(wording.thanks),
    nextStep: [promoter, passive, detractor],
    words: askWords(language),
  }
}

const askReasons = (language: CustomerLanguage): AskReasons => ({
  text: say(language, 'respondent.whichFits'),
  options: PASSIVE_REASONS.map(code => [code, say(language, `respondent.reasons.${code}`)]),
})

const askWords = (language: CustomerLanguage): AskWords => ({
  send: say(language, 'respondent.sendComment'),
  next: say(language, 'respondent.continue'),
  skip: say(language, 'respondent.skip'),
  optional: say(language, 'links.visitor.optional'),
  close: say(language, 'links.visitor.close'),
  again: say(language, 'links.visitor.again'),
  several: say(language, 'respondent.severalAllowed'),
  needed: say(language, 'respondent.answerNeeded'),
})

type Ends = { lowEnd: string; highEnd: string }

/** The words for the ends of a scale with their numbers, as the answer pages say them. */
export function askEnds(language: CustomerLanguage, kind: QuestionKind, { lowEnd, highEnd }: Ends): Ends {
  const scale = scaleOf(kind)
  if (!scale) return { lowEnd, highEnd }
  return { lowEnd: endWords(language, scale.from, lowEnd), highEnd: endWords(language, scale.to, highEnd) }
}

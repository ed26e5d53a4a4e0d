import type { Reader } from '../../platform/database/index.ts'
import { partOf } from '../../stats/index.ts'
import { type AskedWording, fillPlaceholders, type OpeningAnswer, Wording } from '../../vocabulary/index.ts'
import { askedTexts } from './queries.ts'

/** As much of an answer as leads to what it answered. */
type Answered = OpeningAnswer & {
  survey_id: string
  survey_version: number | null
  language: string | null
  comment: string | null
}

/** The words that each of these answers answered, in their order; null where nobody knows, as of answers that came by file. */
export async function askedWordings(reader: Reader, answers: Answered[]): Promise<(AskedWording | null)[]> {
  const texts = await askedTexts(
    reader,
    answers.flatMap(({ survey_id, survey_version, language }) =>
      survey_version === null ? [] : [{ surveyId: survey_id, version: survey_version, language: language ?? '' }],
    ),
  )
  const found = new Map(texts.map(text => [keyOf(text.surveyId, text.version, text.asked), text]))
  return answers.map(answer => {
    const text = found.get(keyOf(answer.survey_id, answer.survey_version ?? 0, answer.language ?? ''))
    if (!text) return null
    const { surveyId, version, language, company } = text
    const fill = (words: string) => fillPlaceholders(words, { company, first_name: '' })
    const followUp = followUpOf(answer, text.wording)
    return { surveyId, version, language, question: fill(text.question), followUp: followUp && fill(followUp) }
  })
}

const keyOf = (...parts: (string | number)[]) => parts.join('/')

const FollowUps = Wording.pick({ followUp: true, followUpByScore: true })

/** The question that the words are about: for this very number where there is one, else for its part of the scale. */
function followUpOf(answer: Answered, wording: unknown): string | null {
  const words = FollowUps.safeParse(wording)
  if (answer.comment === null || answer.opening === 'free' || !words.success) return null
  const { followUp, followUpByScore } = words.data
  return followUpByScore[String(answer.score ?? answer.rating)] ?? followUp[partOf(answer)]
}

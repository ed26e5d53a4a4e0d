import type { Reader } from '../../platform/database/index.ts'
import {
  type ComparableSurvey,
  type ComparedWave,
  type Proof,
  type ProofQuery,
  Refusal,
} from '../../vocabulary/index.ts'
import { compareWaves } from './compare-waves.ts'
import { type AnsweredWave, answeredWaves, scorePairs } from './queries.ts'

/** Compares two waves of a survey; without a choice the last two of the survey that was answered last. */
export async function readProof(reader: Reader, query: ProofQuery): Promise<Proof> {
  const surveys = surveysOf(await answeredWaves(reader))
  const survey = query.survey ? surveys.find(one => one.surveyId === query.survey) : newestWithTwo(surveys)
  if (query.survey && !survey) throw new Refusal('not_found')
  const { from, to } = sidesOf(survey, query)
  const pairs = from && to ? await scorePairs(reader, from.waveId, to.waveId) : []
  return { surveys, surveyId: survey?.surveyId ?? null, from, to, ...compareWaves(pairs) }
}

function surveysOf(waves: AnsweredWave[]): ComparableSurvey[] {
  const surveys = new Map<string, ComparableSurvey>()
  for (const { surveyId, surveyName, ...wave } of waves) {
    const survey = surveys.get(surveyId) ?? { surveyId, name: surveyName, waves: [] }
    survey.waves.push(wave)
    surveys.set(surveyId, survey)
  }
  return [...surveys.values()]
}

const lastDay = (survey: ComparableSurvey): string => survey.waves.at(-1)?.startsOn ?? ''

/** The survey whose last wave is the newest, among those with two waves where there are any. */
function newestWithTwo(surveys: ComparableSurvey[]): ComparableSurvey | undefined {
  const rank = (survey: ComparableSurvey) => `${survey.waves.length > 1 ? 1 : 0}${lastDay(survey)}`
  return [...surveys].sort((a, b) => rank(b).localeCompare(rank(a)))[0]
}

function sidesOf(
  survey: ComparableSurvey | undefined,
  query: ProofQuery,
): { from: ComparedWave | null; to: ComparedWave | null } {
  const waves = survey?.waves ?? []
  const find = (waveId: string) => {
    const wave = waves.find(one => one.waveId === waveId)
    if (!wave) throw new Refusal('not_found')
    return wave
  }
  if (query.from && query.from === query.to) throw new Refusal('waves_are_the_same')
  const to = query.to ? find(query.to) : (waves.filter(wave => wave.waveId !== query.from).at(-1) ?? null)
  const before = waves.filter(wave => wave.waveId !== to?.waveId && (!to || wave.startsOn <= to.startsOn))
  const from = query.from ? find(query.from) : (before.at(-1) ?? null)
  return from ? { from, to } : { from: null, to: null }
}

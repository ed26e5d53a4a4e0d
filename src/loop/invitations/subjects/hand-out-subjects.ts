import { randomInt } from 'node:crypto'
import { customerLanguageOf } from '../../../languages/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { randomStream, shuffled } from '../../../stats/index.ts'
import type { SubjectRest, SubjectTest, SurveyWithWording } from '../../../vocabulary/index.ts'
import { readSurvey } from '../../surveys/index.ts'
import type { Guest, Invitations } from '../waves/invite.ts'

type HandOut = { wave: Invitations; test: SubjectTest; rest: SubjectRest | null; people: Guest[] }

/** Gives each person a subject line by chance: the test first, to a share of them; later to the rest. */
export async function handOutSubjects(tx: Tx, { wave, test, rest, people }: HandOut): Promise<Guest[]> {
  const survey = await readSurvey(tx, wave.surveyId, wave.version)
  const line = shuffled(people, randomStream(randomInt(2 ** 32)))
  const share = rest ? line.length : Math.ceil((line.length * test.percent) / 100)
  return line.slice(0, share).map((person, i) => {
    const arm = rest?.arm ?? i % test.arms.length
    const subject = subjectOf(test, arm, languageFor(person, wave, survey))
    // Only the test is compared, and only those whose language has subject lines to compare.
    return { ...person, subject, arm: rest || subject === null ? null : arm }
  })
}

const subjectOf = (test: SubjectTest, arm: number, language: string): string | null =>
  (test.arms[arm] as Record<string, string | undefined> | undefined)?.[language] ?? null

/** The language in which the mail will be written. */
function languageFor(person: Guest, wave: Invitations, survey: SurveyWithWording): string {
  const wanted = customerLanguageOf(person.language, customerLanguageOf(wave.language))
  return survey.languages.includes(wanted) ? wanted : survey.wording.language
}

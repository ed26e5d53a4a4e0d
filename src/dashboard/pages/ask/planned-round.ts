import type { Audience } from '../../../vocabulary/audience.ts'
import type { AskingChannel } from '../../../vocabulary/rolling-plan.ts'
import type { Sample } from '../../../vocabulary/sample.ts'
import type { SubjectTest } from '../../../vocabulary/subject-test.ts'

/** A round as it stands on the page, before it is made. */
export type PlannedRound = {
  name: string
  audience: Audience
  channel: AskingChannel
  sample: Sample | null
  reminders: number[]
  subjects: SubjectTest | null
}

/** What the API wants of it; a sample tries its subject lines on everybody who was drawn. */
export function newWaveOf(surveyId: string, { name, audience, channel, sample, reminders, subjects }: PlannedRound) {
  const compared = subjects && channel !== 'sms' ? { ...subjects, percent: sample ? 100 : subjects.percent } : null
  return {
    ...{ surveyId, name, audience, channel, reminders },
    ...(sample ? { sample } : {}),
    ...(compared ? { subjects: compared } : {}),
  }
}

import { say } from '../../../languages/index.ts'
import { aboutPage, erasurePage, type Fact, messagePage, type Stored, storedPage } from '../../../respondent/index.ts'
import type { QuestionAnswer } from '../../../vocabulary/index.ts'
import type { OwnRecord } from '../queries/own-record.ts'
import { day, filled, frameOf, type Visit } from './visit.ts'

/** What happens to an answer, and the way to see and delete what is stored. */
export const showAbout = (visit: Visit, nonce: string): string =>
  aboutPage(frameOf(visit, '/about'), { imprint: visit.asked.imprint, nonce })

/** Everything that is stored about the person behind a link. */
export const showStored = (visit: Visit, record: OwnRecord): string =>
  storedPage(frameOf(visit, '/about'), storedOf(visit, record))

/** Asks whether deletion is really wanted. */
export const showErasure = (visit: Visit, nonce: string): string => erasurePage(frameOf(visit, '/erasure'), nonce)

/** Deletion was asked for. */
export function showErasureNoted(visit: Visit, dueOn: string): string {
  const facts = { company: visit.asked.company, date: day(visit, new Date(`${dueOn}T12:00:00Z`)) }
  const t = (key: 'eraseDone' | 'eraseDoneText') => say(visit.language, `respondent.about.${key}`, facts)
  return messagePage(frameOf(visit, '/about'), t('eraseDone'), t('eraseDoneText'))
}

const FIELDS = ['name', 'email', 'phone', 'company', 'externalId', 'language', 'country', 'timeZone'] as const

function storedOf(visit: Visit, record: OwnRecord): Stored {
  const field = (name: string) => say(visit.language, 'respondent.about.field', { field: name })
  const way = (channel: string) => say(visit.language, 'respondent.about.channelOf', { channel })
  const own = FIELDS.flatMap(name => factOf(field(name), spelledOut(visit, name, record.person[name])))
  const attributes = Object.entries(record.person.attributes).flatMap(([name, value]) => factOf(name, value))
  return {
    person: [...own, ...attributes],
    basis: record.permissions.map(({ basis, channel, recordedAt }) =>
      say(visit.language, 'respondent.about.basisOf', { basis, channel: way(channel), date: day(visit, recordedAt) }),
    ),
    answers: record.answers.map(answer => ({
      title: `${day(visit, answer.answeredAt)} · ${answer.survey}`,
      facts: [
        ...factOf(filled(visit, answer.question ?? ''), answer.value),
        ...factOf('', answer.comment),
        ...answer.further.flatMap(one => furtherFact(visit, one, answer.words?.[one.questionId])),
      ],
    })),
    messages: record.messages.map(({ purpose, channel, at }) => {
      const kind = say(visit.language, 'respondent.about.purpose', { purpose })
      return `${day(visit, at)} · ${kind} · ${way(channel)}`
    }),
  }
}

const CODES = { language: 'language', country: 'region' } as const

/** Languages and countries by their names: "Deutsch", not "de"; what is no code stays as it is. */
function spelledOut({ language }: Visit, field: string, value: unknown): unknown {
  const type = CODES[field as keyof typeof CODES]
  if (!type || typeof value !== 'string') return value
  try {
    return new Intl.DisplayNames([language], { type }).of(value) ?? value
  } catch {
    return value
  }
}

function furtherFact(
  visit: Visit,
  { questionId, rating, choices, words }: QuestionAnswer,
  wording: { text?: string; options?: Record<string, string> } | undefined,
): Fact[] {
  const chosen = choices?.map(choice => wording?.options?.[choice] ?? choice).join(', ')
  return factOf(filled(visit, wording?.text ?? questionId), rating ?? (chosen || words))
}

const factOf = (name: string, value: unknown): Fact[] =>
  value === null || value === undefined || value === ''
    ? []
    : [{ name, value: typeof value === 'object' ? JSON.stringify(value) : String(value) }]

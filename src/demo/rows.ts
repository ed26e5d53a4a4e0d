import { createHash, randomUUID } from 'node:crypto'
import { type Category, categoryOf } from '../stats/index.ts'
import { type Company, computedAt } from './company.ts'
import { type Asked, type Imagined, imagine } from './imagine.ts'
import type { Rows } from './queries.ts'
import { type Random, randomFrom } from './random.ts'

/** What the rows of a company hang on. */
export type Ground = {
  surveyId: string
  version: number
  team: string[]
  addressKey: (email: string) => Buffer
  now: Date
}

const DAY = 86_400_000
const SUBJECT = { de: 'Eine Frage an Sie', fi: 'Yksi kysymys', en: 'One question for you' }
const QUEUES = { detractor: 'support', passive: 'probe', promoter: 'thanks' } as const

const CAUSES = {
  incident: 4,
  usage_error: 2,
  missing_feature: 3,
  expectation_mismatch: 3,
  support_communication: 4,
  other: 1,
}
const OUTCOMES = { won_back: 4, neutral: 4, lost: 2, unreachable: 3 }
const EVIDENCE = {
  basis: 'existing_customer',
  sale: 'demo',
  soldAt: '2024-01-02',
  ownSimilarOffers: true,
  noObjection: true,
  notice: 'Sie können der Verwendung Ihrer E-Mail-Adresse jederzeit widersprechen.',
  noticeShownAt: '2024-01-02',
}

type Written = {
  company: Company
  person: Imagined
  personId: string
  ground: Ground
  random: Random
  waveIds: string[]
  rows: Rows
}

/** Every row of a company: people, their history, eight waves of answers, and the cases that came of them. */
export function rowsOf(company: Company, ground: Ground): Rows {
  const random = randomFrom(company.seed + 1000)
  const waveIds = company.waves.map(() => randomUUID())
  const rows: Rows = {
    people: [],
    permissions: [],
    touchpoints: [],
    waves: [],
    invitations: [],
    messages: [],
    responses: [],
    cases: [],
    case_dossier_reads: [],
    case_contacts: [],
    case_closures: [],
  }
  rows.waves = company.waves.map((wave, index) => ({
    wave_id: waveIds[index] ?? '',
    survey_id: ground.surveyId,
    name: wave.name,
    starts_on: new Date(ground.now.getTime() - wave.daysAgo * DAY).toISOString().slice(0, 10),
    approved_at: new Date(ground.now.getTime() - wave.daysAgo * DAY),
    planned_at: new Date(ground.now.getTime() - wave.daysAgo * DAY),
  }))
  for (const person of imagine(company, ground.now))
    addPerson({ company, person, personId: randomUUID(), ground, random, waveIds, rows })
  return rows
}

function addPerson(written: Written): void {
  const { company, person, personId, ground, rows } = written
  rows.people.push({
    person_id: personId,
    email: person.email,
    name: person.name,
    company: person.company,
    language: person.language,
    country: person.country,
    attributes: JSON.stringify({
      ...person.attributes,
      ...computedAt(company.computed, person.happenings, ground.now),
    }),
  })
  rows.permissions.push({
    person_id: personId,
    channel: 'email',
    basis: 'existing_customer',
    evidence: JSON.stringify(EVIDENCE),
    recorded_by: 'demo',
    recorded_at: new Date(EVIDENCE.soldAt),
  })
  person.happenings.forEach((happening, index) => {
    rows.touchpoints.push({
      person_id: personId,
      kind: happening.kind,
      title: happening.title,
      body: happening.body ?? null,
      state: happening.state ?? null,
      amount_cents: happening.amountCents ?? null,
      currency: happening.amountCents === undefined ? null : 'EUR',
      discounted: happening.discounted ?? null,
      source: 'demo',
      source_id: `${personId}-${index}`,
      occurred_at: happening.at,
    })
  })
  for (const asked of person.asked) addAsked(written, asked)
}

function addAsked(written: Written, asked: Asked): void {
  const { person, personId, ground, waveIds, rows } = written
  const invitationId = randomUUID()
  const waveId = waveIds[asked.wave] ?? ''
  const shared = { wave_id: waveId, person_id: personId, invitation_id: invitationId, channel: 'email' }
  rows.invitations.push({
    ...shared,
    survey_id: ground.surveyId,
    survey_version: ground.version,
    token_hash: createHash('sha256').update(invitationId).digest(),
    expires_at: new Date(asked.sentAt.getTime() + 30 * DAY),
    created_at: asked.sentAt,
  })
  rows.messages.push({
    ...shared,
    purpose: 'survey',
    address: person.email,
    address_key: ground.addressKey(person.email),
    language: person.language,
    subject: SUBJECT[person.language],
    state: 'accepted',
    expires_at: new Date(asked.sentAt.getTime() + 2 * DAY),
    mime_message_id: `<${invitationId}@demo.invalid>`,
    created_at: asked.sentAt,
    changed_at: asked.sentAt,
    accepted_at: asked.sentAt,
    gated_at: asked.sentAt,
  })
  if (asked.answer) addAnswer(written, { ...asked.answer, invitationId, waveId })
}

function addAnswer(
  written: Written,
  answer: NonNullable<Asked['answer']> & { invitationId: string; waveId: string },
): void {
  const { company, person, personId, ground, rows } = written
  const attributes = { ...person.attributes, ...computedAt(company.computed, person.happenings, answer.at) }
  const responseId = randomUUID()
  rows.responses.push({
    response_id: responseId,
    survey_id: ground.surveyId,
    survey_version: ground.version,
    wave_id: answer.waveId,
    person_id: personId,
    invitation_id: answer.invitationId,
    channel: 'email',
    score: answer.score,
    comment: answer.comment,
    language: person.language,
    attributes: JSON.stringify({ ...attributes, country: person.country }),
    source: 'demo',
    source_key: responseId,
    answered_at: answer.at,
  })
  addCase(written, responseId, answer.score, answer.at)
}

function addCase(written: Written, responseId: string, score: number, at: Date): void {
  const { personId, ground, random, rows } = written
  const category = categoryOf(score)
  const caseId = randomUUID()
  const age = (ground.now.getTime() - at.getTime()) / DAY
  const owner = random.pick(ground.team)
  rows.cases.push({
    case_id: caseId,
    response_id: responseId,
    person_id: personId,
    queue: QUEUES[category],
    owner_id: random.chance(0.7) ? owner : null,
    due_at: workingDaysAfter(at, category === 'detractor' ? 1 : 3),
    opened_at: at,
  })
  const stillOpen = age < 2.5 || (age < 10 && random.chance(0.25))
  if (!stillOpen) addCourse(written, { caseId, category, owner, at })
}

type Course = { caseId: string; category: Category; owner: string; at: Date }

/** What was done with a case: read, mostly answered, closed with cause and outcome. */
function addCourse({ ground, random, rows }: Written, { caseId, category, owner, at }: Course): void {
  const readAt = new Date(at.getTime() + random.next() * 0.8 * DAY)
  const contactedAt = new Date(readAt.getTime() + random.next() * 0.2 * DAY)
  rows.case_dossier_reads.push({ case_id: caseId, account_id: owner, read_at: readAt })
  if (category !== 'passive' || random.chance(0.4)) {
    const kind = random.chance(0.7) ? 'email' : 'call'
    rows.case_contacts.push({ case_id: caseId, kind, account_id: owner, contacted_at: contactedAt })
  }
  const isDetractor = category === 'detractor'
  rows.case_closures.push({
    case_id: caseId,
    cause: isDetractor ? random.weighted(CAUSES) : 'other',
    outcome: isDetractor ? random.weighted(OUTCOMES) : 'neutral',
    closed_by: owner,
    closed_at: new Date(Math.min(ground.now.getTime(), readAt.getTime() + random.next() * 2 * DAY)),
  })
}

/** The same hour so many working days later. */
function workingDaysAfter(at: Date, days: number): Date {
  const due = new Date(at)
  for (let left = days; left > 0; ) {
    due.setTime(due.getTime() + DAY)
    if (due.getUTCDay() !== 0 && due.getUTCDay() !== 6) left -= 1
  }
  return due
}

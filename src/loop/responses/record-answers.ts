import type { Database } from '../../platform/database/index.ts'
import { type ChangedAnswer, changeAnswer, type Standing } from './change-answer.ts'
import { answerOf, type FirstAnswer, insertAnswers } from './queries/answers.ts'
import { type Asked, findAsked } from './queries/invitations.ts'
import { openingIn } from './suits.ts'

/** An answer as the page sent it, with the hash of its link's token. */
export type SentAnswer = ChangedAnswer & { tokenHash: Buffer; language: string | null }

/** What became of it. */
export type Recorded =
  | { kind: 'unknown' }
  | { kind: 'revoked' | 'expired' | 'unsuited'; asked: Asked }
  | (Standing & { asked: Asked })
  | { kind: 'failed'; error: unknown }

/** Records many answers with one look-up and one commit per workspace; one result for each, in order. */
export async function recordAnswers(database: Database, sent: SentAnswer[]): Promise<Recorded[]> {
  const found = await findAsked(
    database,
    sent.map(answer => answer.tokenHash),
  )
  const links = sent.map(answer => found.get(answer.tokenHash.toString('base64')))
  const first = await writeFirstAnswers(database, sent, links)
  return Promise.all(
    sent.map(async (answer, i) => {
      const asked = links[i]
      if (!asked) return { kind: 'unknown' as const }
      if (first.failed.has(asked.workspaceId))
        return { kind: 'failed' as const, error: first.failed.get(asked.workspaceId) }
      if (first.written.has(answer.key)) return written(answer, asked)
      return recordFurther(database, answer, asked).catch(error => ({ kind: 'failed' as const, error }))
    }),
  )
}

const written = (answer: SentAnswer, asked: Asked): Recorded => ({
  kind: 'stored',
  asked,
  opening: asked.opening,
  score: asked.opening === 'nps' ? answer.score : null,
  rating: asked.opening === 'nps' ? null : answer.rating,
  answeredAt: new Date(),
  hasComment: answer.comment !== null,
})

const isOpen = (asked: Asked) => asked.revokedAt === null && asked.expiresAt.getTime() > Date.now()

/** Writes the answers of links that have none yet, each workspace in its own transaction. */
async function writeFirstAnswers(database: Database, sent: SentAnswer[], links: (Asked | undefined)[]) {
  const fresh = new Map<string, FirstAnswer[]>()
  sent.forEach((answer, i) => {
    const asked = links[i]
    if (!asked || asked.responseId || !isOpen(asked)) return
    const suited = openingIn(asked.opening, answer)
    if (!suited) return
    const { language, key, evidence } = answer
    const list = fresh.get(asked.workspaceId) ?? []
    list.push({ invitationId: asked.invitationId, ...suited, language, key, evidence })
    fresh.set(asked.workspaceId, list)
  })
  const written = new Set<string>()
  const failed = new Map<string, unknown>()
  await Promise.all(
    [...fresh].map(async ([workspaceId, answers]) => {
      try {
        for (const key of await insertTogether(database, workspaceId, answers)) written.add(key)
      } catch (error) {
        failed.set(workspaceId, error)
      }
    }),
  )
  return { written, failed }
}

/** One commit for all; when one row does not fit (its survey was deleted just now), each on its own. */
async function insertTogether(database: Database, workspaceId: string, answers: FirstAnswer[]): Promise<string[]> {
  const scope = { workspaceId, actor: 'respondent' }
  try {
    return [...(await database.inWorkspace(scope, tx => insertAnswers(tx, answers)))]
  } catch (error) {
    const code = (error as { code?: string }).code ?? ''
    if (!/^2[23]/.test(code) || answers.length === 1) throw error
    const singly = answers.map(answer => database.inWorkspace(scope, tx => insertAnswers(tx, [answer])).catch(() => []))
    return (await Promise.all(singly)).flatMap(keys => [...keys])
  }
}

/** An answer where one stands already: the same again, a change, or too late. */
async function recordFurther(database: Database, answer: SentAnswer, asked: Asked): Promise<Recorded> {
  if (asked.revokedAt) return { kind: 'revoked', asked }
  if (!asked.responseId && !isOpen(asked)) return { kind: 'expired', asked }
  if (!openingIn(asked.opening, answer)) return { kind: 'unsuited', asked }
  const scope = { workspaceId: asked.workspaceId, actor: 'respondent' }
  const standing = await database.inWorkspace(scope, async tx =>
    changeAnswer(tx, asked.responseId ?? (await answerOf(tx, asked.invitationId)), answer),
  )
  if (standing === null) return { kind: 'unknown' }
  return standing === 'unsuited' ? { kind: 'unsuited', asked } : { ...standing, asked }
}

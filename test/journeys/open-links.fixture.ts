import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { standardWordings } from '../../src/loop/surveys/index.ts'
import type { Database } from '../../src/platform/database/index.ts'
import type { Opening } from '../../src/vocabulary/index.ts'

type Given = {
  channel: 'link' | 'kiosk' | 'widget'
  opening?: Opening
  origins?: string[]
  widget?: object
  key: string
}

/** An open link of a survey of its own, as the team would have made it. */
export async function madeLink(database: Database, workspaceId: string, given: Given): Promise<string> {
  const { channel, opening = 'nps', origins = [], widget = {}, key } = given
  return database.inWorkspace({ workspaceId }, async tx => {
    const { survey_id } = await tx
      .insertInto('surveys')
      .values({ name: 'Visit', opening })
      .returning('survey_id')
      .executeTakeFirstOrThrow()
    const wording = JSON.stringify(standardWordings('Nordwind', 'en', { opening }))
    await tx.insertInto('survey_versions').values({ survey_id, version: 1, wording }).execute()
    await tx
      .insertInto('open_links')
      .values({ survey_id, key, name: 'Journey', channel, origins, widget: JSON.stringify(widget) })
      .execute()
    return survey_id
  })
}

/** The answers of a survey, the earliest first. */
export const answersOf = (database: Database, workspaceId: string, surveyId: string) =>
  database.readWorkspace({ workspaceId }, reader =>
    reader
      .selectFrom('responses')
      .select(['score', 'rating', 'comment', 'language', 'state', 'channel', 'answered_at'])
      .where('survey_id', '=', surveyId)
      .orderBy('answered_at')
      .execute(),
  )

/** A site of somebody else, on an origin of its own, with a policy as strict as there are. */
export async function strangeSite(
  body: string,
  policy = '',
): Promise<{ origin: string; server: Server; show: (html: string) => void }> {
  let html = body
  const server = createServer((_request, reply) => {
    reply.setHeader('content-type', 'text/html; charset=utf-8')
    if (policy) reply.setHeader('content-security-policy', policy)
    reply.end(html)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    server,
    show: next => {
      html = next
    },
  }
}

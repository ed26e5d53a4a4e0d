import type { Tx } from '../../../platform/database/index.ts'

/** Adds a right to answer; what mail it went out with is nowhere written. */
export const insertTicket = (
  tx: Tx,
  ticket: {
    hash: Buffer
    waveId: string
    surveyId: string
    surveyVersion: number
    language: string
    expiresOn: string
  },
) =>
  tx
    .insertInto('answer_tickets')
    .values({
      ticket_hash: ticket.hash,
      wave_id: ticket.waveId,
      survey_id: ticket.surveyId,
      survey_version: ticket.surveyVersion,
      language: ticket.language,
      expires_on: ticket.expiresOn,
    })
    .execute()

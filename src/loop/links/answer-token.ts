import { openToken, sealToken } from '../../platform/secrets/index.ts'

/** Which answer a visitor may go on with, and until when. */
export type OwnAnswer = { workspaceId: string; responseId: string; until: Date }

const UUID = 16
const TIME = 6
const CHANGE_MS = 14 * 86_400_000

/** The right to go on with one's own answer for 14 days: sealed, nothing is stored, the same each time for one answer. */
export function answerToken(
  secret: string,
  own: { workspaceId: string; responseId: string; answeredAt: Date },
): string {
  const payload = Buffer.alloc(2 * UUID + TIME)
  bytesOf(own.workspaceId).copy(payload)
  bytesOf(own.responseId).copy(payload, UUID)
  payload.writeUIntBE(own.answeredAt.getTime() + CHANGE_MS, 2 * UUID, TIME)
  return sealToken(secret, 'open_response', payload)
}

/** The answer behind a token; null for garbage, tokens of another purpose, and after 14 days. */
export function readAnswerToken(secret: string, token: string, now: Date): OwnAnswer | null {
  const payload = openToken(secret, 'open_response', token)
  if (payload?.length !== 2 * UUID + TIME) return null
  const until = new Date(payload.readUIntBE(2 * UUID, TIME))
  if (until < now) return null
  return { workspaceId: uuidOf(payload, 0), responseId: uuidOf(payload, UUID), until }
}

const bytesOf = (uuid: string) => Buffer.from(uuid.replaceAll('-', ''), 'hex')

const uuidOf = (bytes: Buffer, at: number) =>
  bytes
    .subarray(at, at + UUID)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

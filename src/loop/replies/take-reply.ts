import type { Tx } from '../../platform/database/index.ts'
import type { Reply } from '../../vocabulary/index.ts'
import { emit } from '../emit.ts'
import { recordTouchpoint } from '../history/index.ts'
import { addComment, answerByReply, cleanComment, noteIntent } from '../responses/index.ts'
import { bareScore, belowFirstLine } from './new-words.ts'
import { type AnsweredMessage, insertReply } from './queries.ts'

/** What somebody wrote back to a message of ours. */
export type Received = {
  channel: 'email' | 'sms'
  sourceKey: string
  message: AnsweredMessage
  words: string
  /** Sure to come from whom we asked: then a bare number is an answer, else only an intent. */
  proven: boolean
  automatic: boolean
  receivedAt: Date
}

type Landing = { kind: Reply['kind']; responseId?: string | null; score?: number | null; words: string | null }

/** Brings what somebody wrote to where it belongs, once: their answer, its comment, or their time line. */
export async function takeReply(tx: Tx, received: Received): Promise<Reply['kind'] | 'known'> {
  const { channel, sourceKey, message, receivedAt } = received
  const words = cleanComment(received.words).text
  const landing =
    received.automatic || !words ? { kind: 'automatic' as const, words: null } : await land(tx, received, words)
  const replyId = await insertReply(tx, {
    channel,
    sourceKey,
    messageId: message.messageId,
    personId: message.personId,
    responseId: landing.responseId ?? null,
    score: landing.score ?? null,
    kind: landing.kind,
    words: landing.words,
    receivedAt,
  })
  const { messageId, personId } = message
  if (landing.kind !== 'automatic')
    await emit(tx, 'reply.received', replyId, { kind: landing.kind, channel, messageId, personId })
  return landing.kind
}

async function land(tx: Tx, received: Received, words: string): Promise<Landing> {
  const { message } = received
  const score = asksForScore(message) ? bareScore(words) : null
  // What belongs to an anonymous survey must not be tied to who wrote it.
  if (message.invitationId && !message.anonymous) {
    if (message.responseId === null && score !== null) return landScore(tx, received, { words, score })
    if (message.responseId !== null && !message.hasComment && score === null) {
      const stored = await addComment(tx, { responseId: message.responseId, comment: words, reason: null })
      if (stored === 'stored') return { kind: 'comment', responseId: message.responseId, words }
    }
  }
  await noteWords(tx, received, words)
  return { kind: 'note', words }
}

async function landScore(tx: Tx, received: Received, given: { words: string; score: number }): Promise<Landing> {
  const { message, proven, sourceKey } = received
  const invitationId = message.invitationId ?? ''
  const { words, score } = given
  if (proven && message.open) {
    const comment = belowFirstLine(words)
    const responseId = await answerByReply(tx, {
      invitationId,
      score,
      comment,
      language: message.language,
      key: sourceKey,
    })
    if (responseId) return { kind: 'answer', responseId, score, words: comment }
  }
  await noteIntent(tx, { invitationId, score })
  await noteWords(tx, received, words)
  return { kind: 'intent', score, words }
}

const asksForScore = ({ opening, purpose }: AnsweredMessage): boolean =>
  opening === 'nps' && (purpose === 'survey' || purpose === 'reminder')

/** Words that fit nowhere else stand in the person's time line, where everybody reads before contacting them. */
async function noteWords(tx: Tx, { channel, sourceKey, message, receivedAt }: Received, words: string): Promise<void> {
  if (!message.personId) return
  await recordTouchpoint(tx, message.personId, {
    kind: 'mail',
    title: message.subject ? `Re: ${message.subject}`.slice(0, 300) : channel === 'sms' ? 'SMS' : 'Re:',
    body: words,
    state: 'received',
    source: `reply_${channel}`,
    sourceId: sourceKey,
    occurredAt: receivedAt.toISOString(),
  })
}

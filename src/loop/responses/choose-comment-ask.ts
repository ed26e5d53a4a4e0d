import type { Reader, Tx } from '../../platform/database/index.ts'
import { type CommentAskRule, Refusal } from '../../vocabulary/index.ts'
import { commentAskOf, updateCommentAsk } from './queries/comment-asks.ts'

/** After how many days this survey asks for the reasons behind a number without words. */
export async function readCommentAsk(reader: Reader, surveyId: string): Promise<CommentAskRule> {
  const found = await commentAskOf(reader, surveyId)
  if (!found) throw new Refusal('not_found')
  return { days: found.days }
}

/** Sets it; null asks nobody. */
export async function chooseCommentAsk(
  tx: Tx,
  { surveyId, days }: CommentAskRule & { surveyId: string },
): Promise<CommentAskRule> {
  if (!(await updateCommentAsk(tx, surveyId, days))) throw new Refusal('not_found')
  return { days }
}

import type { Reader } from '../../platform/database/index.ts'
import { Refusal, type TimeLineEntry } from '../../vocabulary/index.ts'
import { personExists } from '../history/index.ts'
import { timeLineOf } from './time-line.ts'

/** Everything that happened with a person. */
export async function readTimeLine(reader: Reader, personId: string): Promise<{ items: TimeLineEntry[] }> {
  if (!(await personExists(reader, personId))) throw new Refusal('not_found')
  return { items: await timeLineOf(reader, personId) }
}

import { type Import, Refusal } from '../../vocabulary/index.ts'

/** The process is to end: the run stops between two portions and goes on there after the next start. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted'
}

const AWAY = /^(08|57P|ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)|^53300$/
const AWAY_WORDS = /connection (terminated|ended)|timeout exceeded when trying to connect|client was closed/i
const LONGEST = 300

/** Why a run failed; null where it is worth another try, because the database is away. */
export function problemOf(error: unknown): Import['problem'] {
  if (error instanceof Refusal) return { code: error.code, facts: error.facts }
  const { code, message } = error as { code?: unknown; message?: unknown }
  if (AWAY.test(String(code ?? '')) || (code === undefined && AWAY_WORDS.test(String(message)))) return null
  return { code: 'unexpected', facts: { problem: String(message ?? error).slice(0, LONGEST) } }
}

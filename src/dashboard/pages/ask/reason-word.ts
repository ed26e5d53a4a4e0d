import { isWordKey, type Speak } from '../../../languages/index.ts'

/** The words for why a message did not simply leave. */
export const reasonWord = (reason: string | null, t: Speak): string => {
  const key = `messages.reasons.${reason}`
  return reason === null ? '' : isWordKey(key) ? t(key) : reason
}

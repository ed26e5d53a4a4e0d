import { z } from 'zod'

const LOCAL = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
const LABEL = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?'
const GRAMMAR = new RegExp(`^${LOCAL}@(?:${LABEL}\\.)+${LABEL}$`, 'u')

/** Whether a text is one plain mail address: no comments, quoted local parts, groups, lists or control characters. */
export const isEmailAddress = (text: string): boolean =>
  // An encoded word is an address to one program and something else to the next.
  text.length <= 254 && text.indexOf('@') <= 64 && !text.includes('=?') && GRAMMAR.test(text)

/** One plain mail address; spaces around it are dropped. */
export const EmailAddress = z
  .string()
  .trim()
  .refine(isEmailAddress, 'is not a plain mail address such as name@example.com')

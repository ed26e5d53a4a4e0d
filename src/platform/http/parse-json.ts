const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s{}[\],:"]+/g
const REFUSED_KEYS = new Set(['__proto__', 'constructor', 'prototype'])
const DEEPEST = 32

/** What JSON.parse lets through although it is a trap: the reason in English, for programmers. */
export type JsonProblem = { problem: string }

/** The value of a JSON text; refuses doubled and dangerous keys, numbers that overflow, NUL and broken characters, deep nesting. */
export function parseJson(text: string): { value: unknown } | JsonProblem {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { problem: 'this is not JSON' }
  }
  const problem = trapIn(text)
  return problem ? { problem } : { value }
}

/** Walks over the tokens of a text that is known to be JSON. */
function trapIn(text: string): string | null {
  const open: (Set<string> | null)[] = []
  let lastString = ''
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === '{' || token === '[') {
      if (open.push(token === '{' ? new Set() : null) > DEEPEST) return `nested deeper than ${DEEPEST} levels`
    } else if (token === '}' || token === ']') open.pop()
    else if (token === ':') {
      const problem = keyTrap(open.at(-1) ?? null, lastString)
      if (problem) return problem
    } else if (token.startsWith('"')) {
      lastString = JSON.parse(token)
      if (!isCleanText(lastString)) return 'a text holds a character that cannot be stored'
    } else if (isTrapNumber(token)) return `the number ${token.slice(0, 20)} cannot be used`
  }
  return null
}

function keyTrap(keys: Set<string> | null, key: string): string | null {
  if (REFUSED_KEYS.has(key)) return `the key ${key} is not allowed`
  if (keys?.has(key)) return `the key ${key.slice(0, 40)} stands twice`
  keys?.add(key)
  return null
}

const isTrapNumber = (token: string) =>
  /^[-\d]/.test(token) && (!Number.isFinite(Number(token)) || Object.is(Number(token), -0))

const HALF_OF_A_PAIR = /\p{Surrogate}/u

/** Whether a text can be stored and given back as it is: no NUL, no half of a surrogate pair. */
export const isCleanText = (text: string): boolean => !text.includes('\0') && !HALF_OF_A_PAIR.test(text)

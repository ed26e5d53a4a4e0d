import { Refusal } from '../vocabulary/index.ts'

const FEWEST = 12
// Beginnings and wholes that every guessing list starts with, in lower case without what stands between the letters.
const KNOWN = [
  'password',
  'passwort',
  'salasana',
  'qwertyuiop',
  'qwertzuiop',
  'asdfghjkl',
  '1q2w3e4r',
  'letmein',
  'iloveyou',
  'welcome',
  'willkommen',
  'tervetuloa',
  'administrator',
  'changeme',
  'trustno1',
  'monkey',
  'dragon',
  'football',
  'baseball',
  'sunshine',
  'princess',
  'superman',
  'hallo',
  'echolot',
  'geheim',
  'schatz',
  'master',
  'shadow',
  'michael',
  'hejsan',
  'perkele',
]
const RUNS = '01234567890123456789 abcdefghijklmnopqrstuvwxyz 98765432109876543210 zyxwvutsrqponmlkjihgfedcba'

/** Refuses a password that guessing would find soon: short, well known, a run, or the person's own words. */
export function checkPassword(password: string, ownWords: string[]): void {
  const plain = password.toLowerCase().replace(/[\s_.-]/g, '')
  const own = ownWords.flatMap(word => word.toLowerCase().split(/[\s@.]+/)).filter(word => word.length >= 4)
  const rest = [...KNOWN, ...own].reduce((left, word) => left.replaceAll(word, ''), plain)
  const weak = [...password].length < FEWEST || new Set(plain).size < 5 || RUNS.includes(plain) || rest.length < 5
  if (weak) throw new Refusal('password_weak', {}, [{ path: 'password', problem: 'password_weak' }])
}

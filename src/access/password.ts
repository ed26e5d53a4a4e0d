import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { Refusal } from '../vocabulary/index.ts'

const COST = { ln: 17, r: 8, p: 1 }
const BYTES = 32
const MEMORY = 256 * 1024 * 1024
const PHC = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

// Each hash takes 128 MB for a moment: two at a time, a short queue, then "too busy".
const MOST_AT_ONCE = 2
const MOST_WAITING = 20
let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting.length >= MOST_WAITING) throw new Refusal('too_busy', { seconds: 5 })
  if (running >= MOST_AT_ONCE) await new Promise<void>(resolve => waiting.push(resolve))
  running += 1
  try {
    return await work()
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}

function derive(password: string, salt: Buffer, { ln, r, p }: typeof COST): Promise<Buffer> {
  const options = { N: 2 ** ln, r, p, maxmem: MEMORY }
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, BYTES, options, (error, key) => (error ? reject(error) : resolve(key)))
  })
}

const unpadded = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')

/** The password as a PHC string that can be kept. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await inTurn(() => derive(password, salt, COST))
  return `$scrypt$ln=${COST.ln},r=${COST.r},p=${COST.p}$${unpadded(salt)}$${unpadded(key)}`
}

// What an unknown account is compared with, so that it takes the time a known one takes.
const NOBODYS = `$scrypt$ln=${COST.ln},r=${COST.r},p=${COST.p}$${unpadded(randomBytes(16))}$${unpadded(randomBytes(BYTES))}`

/** Whether the password belongs to the hash; without a hash it takes as long and is false. */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const [, ln, r, p, salt = '', key = ''] = PHC.exec(kept ?? NOBODYS) ?? []
  if (key === '') return false
  const cost = { ln: Number(ln), r: Number(r), p: Number(p) }
  const derived = await inTurn(() => derive(password, Buffer.from(salt, 'base64'), cost))
  return timingSafeEqual(derived, Buffer.from(key, 'base64')) && kept !== null
}

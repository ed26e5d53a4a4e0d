import { readFileSync } from 'node:fs'
import { numbersFrom } from '../guarantees/_seeded.ts'

/** The list beside this file: blocks under a heading each. */
const LISTED = readFileSync(new URL('./hostile-words.txt', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n\n')
  .flatMap(block => block.split('\n').slice(1))
  .map(line => line.replaceAll(/\\u\{([0-9a-f]+)\}/g, (_, code) => String.fromCodePoint(Number.parseInt(code, 16))))

/** Markup that would run, and say so by a dialog and by `hit` on its page. */
const SCRIPTS = [
  '<script>alert(hit=1)</script>',
  '<img src=x onerror=alert(hit=1)>',
  '<svg onload=alert(hit=1)>',
  '<iframe srcdoc="<script>parent.alert(parent.hit=1)</script>"></iframe>',
  '<details open ontoggle=alert(hit=1)>',
  '<input autofocus onfocus=alert(hit=1)>',
  '<a href="javascript:alert(hit=1)">x</a>',
  '<math><mtext><script>alert(hit=1)</script>',
  '<style>*{display:none}</style>',
  '<form action="javascript:alert(hit=1)"><button autofocus>',
]
/** What ends the place in which a text might stand. */
const ENDINGS = ['', '"', "'", '>', '">', "'>", '`', '</textarea>', '</title>', '</script>', '</style>', '-->', ']]>']

const LONG = [
  'x'.repeat(6000),
  '😀'.repeat(5001),
  'a\u0308'.repeat(5001),
  `${'long '.repeat(900)}end`,
  '🏳️‍🌈'.repeat(900),
  `👨${'\u200D👩'.repeat(60)}`,
  `${'\u2066'.repeat(200)}deep`,
  `a${'\u{E0101}'.repeat(400)}`,
  `${'\n'.repeat(20_000)}x`,
  ' \n'.repeat(3000),
  `\t${' '.repeat(2000)}x`,
]

/** Letters under towers of marks, from a fixed seed. */
function towers(count: number): string[] {
  const random = numbersFrom(8)
  const mark = () => String.fromCharCode(0x0300 + Math.floor(random() * 0x70))
  const under = (height: number) => (letter: string) => letter + Array.from({ length: height }, mark).join('')
  return Array.from({ length: count }, (_, i) => Array.from('He comes', under(2 ** (i % 10))).join(''))
}

/**
 * Words that programs stumble over: reserved words, numbers, scripts of the world, what is invisible, turns round or piles up,
 * what would be markup, a query, a command, a formula, an order (cases S8, M5, M6).
 */
export const HOSTILE_WORDS: string[] = [
  ...new Set([
    ...LISTED,
    ...LONG,
    ...towers(20),
    ...ENDINGS.flatMap(ending => SCRIPTS.map(script => `${ending}${script}`)),
  ]),
]

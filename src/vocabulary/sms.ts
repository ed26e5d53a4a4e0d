/** How long a text is as the networks count it. */
export type SmsLength = {
  encoding: 'GSM-7' | 'UCS-2'
  /** Septets of GSM-7, or units of UTF-16. */
  units: number
  /** How many texts are charged. */
  segments: number
  /** Units that still fit into the last of them. */
  left: number
  /** The first sign that GSM-7 does not have, and that makes the text cost more; null when there is none. */
  beyondGsm: string | null
}

const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
const EXTENDED = '\f^{}\\[~]|€'
const basic = new Set(BASIC)
const extended = new Set(EXTENDED)

/**
 * Counts the segments of a text (3GPP TS 23.038 and 23.040): 160 septets of GSM-7 or 153 each in several parts, 70 or 67 units of UCS-2;
 * a sign of two septets or a surrogate pair is never cut in half.
 * @example smsLength('Hello').segments // => 1
 */
export function smsLength(text: string): SmsLength {
  const signs = Array.from(text)
  const beyondGsm = signs.find(sign => !basic.has(sign) && !extended.has(sign)) ?? null
  const sizes = signs.map(beyondGsm === null ? septets : units)
  const [single, part] = beyondGsm === null ? [160, 153] : [70, 67]
  const total = sizes.reduce((sum, size) => sum + size, 0)
  const encoding = beyondGsm === null ? ('GSM-7' as const) : ('UCS-2' as const)
  if (total <= single) return { encoding, units: total, segments: 1, left: single - total, beyondGsm }
  const { segments, used } = fill(sizes, part)
  return { encoding, units: total, segments, left: part - used, beyondGsm }
}

const septets = (sign: string): number => (extended.has(sign) ? 2 : 1)
const units = (sign: string): number => sign.length

function fill(sizes: number[], room: number): { segments: number; used: number } {
  let segments = 1
  let used = 0
  for (const size of sizes) {
    if (used + size > room) {
      segments += 1
      used = 0
    }
    used += size
  }
  return { segments, used }
}

// Words that mean nothing else in an answer to a company's text.
const CLEAR = new Set(
  [
    ...['STOP', 'STOPP', 'STOPPA', 'STOPPEN', 'STOPALL', 'STOPT', 'UNSUBSCRIBE', 'OPTOUT', 'REVOKE'],
    ...[
      'ARRET',
      'DESABONNER',
      'LOPETA',
      'ABMELDEN',
      'ABMELDUNG',
      'ABBESTELLEN',
      'AVSLUTA',
      'AVREGISTRERA',
      'SLUTT',
      'AFMELD',
    ],
    ...[
      'AFMELDEN',
      'DISISCRIVI',
      'DESUSCRIBIR',
      'WYPISZ',
      'REZYGNUJE',
      'ODHLASIT',
      'LEIRATKOZAS',
      'DEZABONARE',
      'ΣΤΟΠ',
      'ΔΙΑΚΟΠΗ',
    ],
    ...[
      'СТОП',
      'ВІДПИСАТИСЯ',
      'LOOBU',
      'ATTEIKTIES',
      'APTURET',
      'ATSISAKYTI',
      '停止',
      '配信停止',
      'ストップ',
      '退订',
      '退訂',
      'توقف',
      'ايقاف',
    ],
  ].map(plain),
)
// Words that end it only when nothing else is said.
const ALONE = new Set(
  [
    ...[
      'END',
      'QUIT',
      'CANCEL',
      'ENDE',
      'PERU',
      'SEIS',
      'FIN',
      'ALTO',
      'BAJA',
      'PARAR',
      'CANCELAR',
      'SAIR',
      'FERMA',
      'BASTA',
    ],
    ...['CANCELLA', 'KONEC', 'OPRESTE', 'IPTAL', 'DUR', 'RET', 'TD', 'الغاء'],
  ].map(plain),
)
const MOST_WORDS = 4

/** Whether an answer by text means "no more": a stop word of any language alone, or a clear one among a few words ("please stop"). */
export function asksToStop(text: string): boolean {
  const words = text
    .split(/[\s,.;:!?"'„“”()-]+/u)
    .filter(Boolean)
    .map(plain)
  if (words.length === 1) return CLEAR.has(words[0] ?? '') || ALONE.has(words[0] ?? '')
  if (words.join('') === 'OPTOUT' || words.join('') === 'STOPALL') return true
  return words.length <= MOST_WORDS && words.some(word => CLEAR.has(word))
}

/** Upper case without accents, so that ARRÊT and arret are one word. */
function plain(word: string): string {
  return word.normalize('NFD').replaceAll(/\p{M}/gu, '').toUpperCase().normalize('NFC')
}

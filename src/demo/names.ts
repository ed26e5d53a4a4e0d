import type { Tongue } from './company.ts'
import type { Random } from './random.ts'

const FIRST: Record<Tongue, string[]> = {
  de: [
    'Marta',
    'Lena',
    'Sophie',
    'Jürgen',
    'Anke',
    'Matthias',
    'Ulrike',
    'Tobias',
    'Katharina',
    'Florian',
    'Greta',
    'Holger',
    'Birgit',
    'Emre',
    'Nadine',
    'Uwe',
  ],
  fi: [
    'Jussi',
    'Pekka',
    'Aino',
    'Kaisa',
    'Mikko',
    'Sanna',
    'Tuomas',
    'Eeva',
    'Antti',
    'Päivi',
    'Ville',
    'Riikka',
    'Olli',
    'Helmi',
    'Juhani',
    'Minna',
  ],
  en: [
    'Oskar',
    'Emma',
    'Nils',
    'Alice',
    'Tom',
    'Grace',
    'Erik',
    'Freya',
    'Hugh',
    'Ingrid',
    'Lars',
    'Ruby',
    'Owen',
    'Astrid',
    'Priya',
    'Callum',
  ],
}
const LAST: Record<Tongue, string[]> = {
  de: [
    'Köhler',
    'Brandt',
    'Meyer',
    'Schröder',
    'Yılmaz',
    'Hoffmann',
    'Lange',
    'Weiß',
    'Krüger',
    'Vogt',
    'Petersen',
    'Bergmann',
    'Jansen',
    'Otte',
    'Sommer',
  ],
  fi: [
    'Virtanen',
    'Laine',
    'Korhonen',
    'Mäkinen',
    'Nieminen',
    'Heikkilä',
    'Salo',
    'Räsänen',
    'Lehtonen',
    'Kallio',
    'Ojala',
    'Niskanen',
    'Hämäläinen',
    'Aalto',
  ],
  en: [
    'Lind',
    'Harris',
    'Nyström',
    'Clarke',
    'Berg',
    'Patel',
    'Dahl',
    'Evans',
    'Holm',
    'Wright',
    'Strand',
    'Murray',
    'Sjöberg',
    'Bennett',
  ],
}
const FIRMS: Record<Tongue, [string, string]> = {
  de: [
    'Bäckerei Köhler|Hafenklinik|Meyer & Töchter|Druckhaus Elbe|Gartenbau Lüders|Autohaus Wiese|Kanzlei Sand',
    'GmbH',
  ],
  fi: ['Kaleva|Laine Kiinteistöt|Saimaan Puu|Pohjolan Paja|Turun Telakka|Revontuli', 'Oy'],
  en: ['Lind|Harbour Foods|Northfield|Birch & Co|Solvik|Brightwater|Fenwick', 'Ltd'],
}

/** A name in the manner of the language. */
export const personName = (tongue: Tongue, random: Random): string =>
  `${random.pick(FIRST[tongue])} ${random.pick(LAST[tongue])}`

/** A firm in the manner of the language; larger ones get a number of their own so that they stay apart. */
export function firmName(tongue: Tongue, random: Random): string {
  const [names, form] = FIRMS[tongue]
  return `${random.pick(names.split('|'))} ${form}`
}

const PLAIN: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', å: 'a', ı: 'i' }

/** An address that belongs to nobody (RFC 2606), one for each number. */
export const addressOf = (name: string, number: number): string =>
  `${name
    .toLowerCase()
    .replaceAll(/[äöüßåı]/g, letter => PLAIN[letter] ?? letter)
    .replaceAll(/[^a-z]+/g, '.')}.${number}@example.com`

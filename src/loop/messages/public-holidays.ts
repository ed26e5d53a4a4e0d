// One line per country: a day of the year (MM-DD), days from Easter (E+1; O+1 for the Orthodox one), the nth weekday of a
// month (05/1/mo, 05/L/mo for the last), or the first weekday from a day on (>06-20:sa). `!` also means the Monday after a
// weekend, `-` the Saturday where it would be a Sunday. Eves on which hardly anybody works count where that is the custom.
const NORTH = '01-01 01-06 E-2 E+0 E+1 05-01 E+39 E+49 >06-19:fr >06-20:sa >10-31:sa 12-24 12-25 12-26'
const COUNTRIES: Record<string, string> = {
  DE: '01-01 E-2 E+1 05-01 E+39 E+50 10-03 12-25 12-26',
  AT: '01-01 01-06 E+1 05-01 E+39 E+50 E+60 08-15 10-26 11-01 12-08 12-25 12-26',
  CH: '01-01 E-2 E+1 E+39 E+50 08-01 12-25 12-26',
  LI: '01-01 01-06 E+1 05-01 E+39 E+50 E+60 08-15 09-08 11-01 12-08 12-25 12-26',
  FI: `${NORTH} 12-06`,
  SE: `${NORTH} 06-06 12-31`,
  NO: '01-01 E-3 E-2 E+0 E+1 05-01 05-17 E+39 E+49 E+50 12-25 12-26',
  DK: '01-01 E-3 E-2 E+0 E+1 E+39 E+49 E+50 12-24 12-25 12-26',
  IS: '01-01 E-3 E-2 E+0 E+1 >04-19:th 05-01 E+39 E+49 E+50 06-17 08/1/mo 12-24 12-25 12-26 12-31',
  NL: '01-01 E+0 E+1 04-27- E+39 E+49 E+50 12-25 12-26',
  BE: '01-01 E+1 05-01 E+39 E+50 07-21 08-15 11-01 11-11 12-25',
  LU: '01-01 E+1 05-01 05-09 E+39 E+50 06-23 08-15 11-01 12-25 12-26',
  FR: '01-01 E+1 05-01 05-08 E+39 E+50 07-14 08-15 11-01 11-11 12-25',
  ES: '01-01 01-06 E-2 05-01 08-15 10-12 11-01 12-06 12-08 12-25',
  PT: '01-01 E-2 E+0 04-25 05-01 E+60 06-10 08-15 10-05 11-01 12-01 12-08 12-25',
  IT: '01-01 01-06 E+0 E+1 04-25 05-01 06-02 08-15 10-04 11-01 12-08 12-25 12-26',
  PL: '01-01 01-06 E+0 E+1 05-01 05-03 E+49 E+60 08-15 11-01 11-11 12-24 12-25 12-26',
  CZ: '01-01 E-2 E+1 05-01 05-08 07-05 07-06 09-28 10-28 11-17 12-24 12-25 12-26',
  SK: '01-01 01-06 E-2 E+1 05-01 05-08 07-05 08-29 09-15 11-01 11-17 12-24 12-25 12-26',
  HU: '01-01 03-15 E-2 E+0 E+1 05-01 E+49 E+50 08-20 10-23 11-01 12-24 12-25 12-26',
  RO: '01-01 01-02 01-06 01-07 01-24 O-2 O+0 O+1 05-01 06-01 O+49 O+50 08-15 11-30 12-01 12-25 12-26',
  GR: '01-01 01-06 O-48 03-25 O-2 O+0 O+1 05-01 O+50 08-15 10-28 12-25 12-26',
  EE: '01-01 02-24 E-2 E+0 05-01 E+49 06-23 06-24 08-20 12-24 12-25 12-26',
  LV: '01-01 E-2 E+0 E+1 05-01 05-04 06-23 06-24 11-18 12-24 12-25 12-26 12-31',
  LT: '01-01 02-16 03-11 E+0 E+1 05-01 06-24 07-06 08-15 11-01 11-02 12-24 12-25 12-26',
  GB: '01-01! E-2 E+1 05/1/mo 05/L/mo 08/L/mo 12-25! 12-26!',
  IE: '01-01 02/1/mo 03-17 E+1 05/1/mo 06/1/mo 08/1/mo 10/L/mo 12-25 12-26',
  US: '01-01 01/3/mo 02/3/mo 05/L/mo 06-19 07-04 09/1/mo 10/2/mo 11-11 11/4/th 12-25',
  CA: '01-01 E-2 >05-18:mo 07-01 09/1/mo 09-30 10/2/mo 11-11 12-25 12-26',
}

const REGIONS: Record<string, string> = {
  'DE-BW': '01-06 E+60 11-01',
  'DE-BY': '01-06 E+60 08-15 11-01',
  'DE-BE': '03-08',
  'DE-BB': 'E+0 E+49 10-31',
  'DE-HB': '10-31',
  'DE-HH': '10-31',
  'DE-HE': 'E+60',
  'DE-MV': '03-08 10-31',
  'DE-NI': '10-31',
  'DE-NW': 'E+60 11-01',
  'DE-RP': 'E+60 11-01',
  'DE-SL': 'E+60 08-15 11-01',
  'DE-SN': '10-31 >11-16:we',
  'DE-ST': '01-06 10-31',
  'DE-SH': '10-31',
  'DE-TH': '09-20 10-31',
}

const DAY_MS = 86_400_000
const WEEKDAYS = ['su', 'mo', 'tu', 'we', 'th', 'fr', 'sa']
const years = new Map<string, Set<string>>()

/** Whether `day` (YYYY-MM-DD) is a public holiday in a country, or in the one region of it that is given. */
export function isPublicHoliday(day: string, country: string, region: string | null = null): boolean {
  const key = `${country} ${region ?? ''} ${day.slice(0, 4)}`
  let days = years.get(key)
  if (!days) {
    const own = region?.startsWith(`${country}-`) ? (REGIONS[region] ?? '') : ''
    days = holidaysOf(Number(day.slice(0, 4)), `${COUNTRIES[country] ?? ''} ${own}`)
    years.set(key, days)
  }
  return days.has(day)
}

const holidaysOf = (year: number, rules: string): Set<string> =>
  new Set(
    rules
      .split(' ')
      .filter(Boolean)
      .flatMap(rule => daysOf(year, rule))
      .map(at => new Date(at).toISOString().slice(0, 10)),
  )

function daysOf(year: number, rule: string): number[] {
  if (rule.startsWith('E')) return [easter(year) + Number(rule.slice(1)) * DAY_MS]
  if (rule.startsWith('O')) return [orthodoxEaster(year) + Number(rule.slice(1)) * DAY_MS]
  if (rule.startsWith('>')) {
    const [from = '', weekday = ''] = rule.slice(1).split(':')
    return [onOrAfter(Date.parse(`${year}-${from}`), weekday)]
  }
  if (rule.includes('/')) return [nthWeekday(year, rule)]
  const at = Date.parse(`${year}-${rule.slice(0, 5)}`)
  const weekday = new Date(at).getUTCDay()
  if (rule.endsWith('-') && weekday === 0) return [at - DAY_MS]
  if (rule.endsWith('!') && (weekday === 0 || weekday === 6)) return [at, ...substitutes(at)]
  return [at]
}

/** The working days that stand for a holiday at the weekend: Monday, and Tuesday where two come together. */
const substitutes = (at: number): number[] =>
  [onOrAfter(at, 'mo'), onOrAfter(at, 'tu')].slice(0, isChristmas(at) ? 2 : 1)
const isChristmas = (at: number) => new Date(at).getUTCMonth() === 11

const onOrAfter = (at: number, weekday: string): number =>
  at + ((WEEKDAYS.indexOf(weekday) - new Date(at).getUTCDay() + 7) % 7) * DAY_MS

function nthWeekday(year: number, rule: string): number {
  const [month = '', nth = '', weekday = ''] = rule.split('/')
  if (nth !== 'L') return onOrAfter(Date.parse(`${year}-${month}-01`), weekday) + (Number(nth) - 1) * 7 * DAY_MS
  return onOrAfter(Date.UTC(year, Number(month), 1) - 7 * DAY_MS, weekday)
}

/** Easter Sunday by the Gregorian computus (Meeus, Astronomical Algorithms, chapter 8). */
function easter(year: number): number {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114
  return Date.UTC(year, Math.floor(f / 31) - 1, (f % 31) + 1)
}

/** Orthodox Easter: the Julian computus, 13 days later from 1900 to 2099. */
function orthodoxEaster(year: number): number {
  const d = (19 * (year % 19) + 15) % 30
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
  return Date.UTC(year, Math.floor((d + e + 114) / 31) - 1, ((d + e + 114) % 31) + 1) + 13 * DAY_MS
}

/** Codes that mean one of ours: both written forms of Norwegian. */
const SAME: Record<string, string> = { nb: 'no', nn: 'no' }

/**
 * Those of `languages` that a person or browser asks for, in the order of the wish.
 * @example wantedLanguages(['en', 'no'], 'nb-NO, eng;q=0.8') // => ['no', 'en']
 */
export function wantedLanguages<L extends string>(languages: readonly L[], wish: string | null | undefined): L[] {
  const found = (wish ?? '').split(',').map(part => {
    const code = codeOf(part)
    return languages.find(language => language === code)
  })
  return [...new Set(found)].filter(language => language !== undefined)
}

/** "de-AT;q=0.7", "de_AT.UTF-8" and "deu" are "de"; "fil" is not "fi". */
function codeOf(part: string): string {
  const [code = ''] = part
    .trim()
    .toLowerCase()
    .split(/[-_;.]/, 1)
  const short = /^[a-z]{3}$/.test(code) ? (Intl.getCanonicalLocales(code)[0] ?? code) : code
  return SAME[short] ?? short
}

/** Letters of languages that put no spaces between words. */
const SPACELESS = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]/u
const OPENING = /\p{Ps}$/u

/** The parts of a word that may stand on two lines: one, but in Chinese and Japanese as many as it has words. */
function partsOf(text: string, language: string): string[] {
  if (!SPACELESS.test(text)) return [text]
  const parts: string[] = []
  for (const { segment, isWordLike } of new Intl.Segmenter(language, { granularity: 'word' }).segment(text)) {
    const last = parts.at(-1) ?? ''
    const isSign = !isWordLike && !OPENING.test(segment)
    const isForeign = !SPACELESS.test(segment) && !SPACELESS.test(last)
    if (parts.length > 0 && (isSign || isForeign || OPENING.test(last))) parts[parts.length - 1] = last + segment
    else parts.push(segment)
  }
  return parts
}

/** A text in lines that fit, broken where its language allows. */
export function linesOf(text: string, language: string, fits: (line: string) => boolean): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    partsOf(word, language).forEach((part, i) => {
      const longer = lines.length > 0 ? `${lines.at(-1)}${i === 0 ? ' ' : ''}${part}` : part
      if (lines.length > 0 && fits(longer)) lines[lines.length - 1] = longer
      else lines.push(part)
    })
  }
  return lines
}

type Way = 'ltr' | 'rtl'
type Run = { text: string; way: Way | undefined }

const RUNS = /(?:(?!\p{N})[\p{scx=Arabic}\p{M}])+|[\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}\p{scx=Arabic}]+/gu
const MIRRORED: Record<string, string> = { '(': ')', ')': '(', '[': ']', ']': '[', '«': '»', '»': '«' }

const wayOf = (text: string): Way | undefined =>
  /(?!\p{N})\p{scx=Arabic}/u.test(text) ? 'rtl' : /[\p{L}\p{N}]/u.test(text) ? 'ltr' : undefined

/** A line as runs from left to right: what a name or an address among Arabic letters needs of the Unicode rules. */
export function inVisualOrder(line: string, language: string): string {
  const base: Way = language === 'ar' ? 'rtl' : 'ltr'
  const runs: Run[] = (line.match(RUNS) ?? []).map(text => ({ text, way: wayOf(text) }))
  const groups: { way: Way; texts: string[] }[] = []
  runs.forEach((run, i) => {
    run.way ??= runs[i - 1]?.way === runs[i + 1]?.way ? (runs[i + 1]?.way ?? base) : base
    const text = wayOf(run.text) || run.way === 'ltr' ? run.text : mirrored(run.text)
    const last = groups.at(-1)
    if (last?.way === run.way) last.texts.push(text)
    else groups.push({ way: run.way, texts: [text] })
  })
  if (base === 'rtl') groups.reverse()
  return groups.flatMap(({ way, texts }) => (way === 'rtl' ? texts.reverse() : texts)).join('')
}

const mirrored = (signs: string): string =>
  Array.from(signs, sign => MIRRORED[sign] ?? sign)
    .reverse()
    .join('')

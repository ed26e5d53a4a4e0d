/** Colours of a terminal; every function gives the text back unchanged where none are wanted. */
export type Paint = Record<
  'promoter' | 'passive' | 'detractor' | 'strong' | 'quiet' | 'accent',
  (text: string) => string
>

const CODES: Record<keyof Paint, string> = {
  promoter: '38;5;67',
  passive: '38;5;178',
  detractor: '38;5;167',
  strong: '1',
  quiet: '2',
  accent: '38;5;37',
}

/** Colours if the stream shows them and nobody asked for none (https://no-color.org). */
export function paintFor(stream: { isTTY?: boolean }, environment: NodeJS.ProcessEnv): Paint {
  const wanted = environment.FORCE_COLOR ? environment.FORCE_COLOR !== '0' : stream.isTTY && !environment.NO_COLOR
  const painter = (code: string) => (text: string) => (wanted ? `\u001b[${code}m${text}\u001b[0m` : text)
  return Object.fromEntries(Object.entries(CODES).map(([name, code]) => [name, painter(code)])) as Paint
}

const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉', '█']

/** A bar of `width` cells at most, exact to an eighth of a cell. */
export function bar(share: number, width: number): string {
  const eighths = Math.round(Math.max(0, Math.min(1, share)) * width * 8)
  return '█'.repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? '')
}

const CONTROLS = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu

/** Text of a file made safe for a terminal: no control characters, no changes of direction, no line breaks. */
export const plain = (text: string, width = 60): string => {
  const clean = text.replace(CONTROLS, ' ').trim()
  return clean.length > width ? `${clean.slice(0, width - 1)}…` : clean
}

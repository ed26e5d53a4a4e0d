/** Parts of a scale by how good they are. */
export type ByGroup = { promoter: string; passive: string; detractor: string }

/** A question after the first, with its words: what it takes to draw it, and after which answers it is asked. */
export type AskQuestion = {
  id: string
  kind: string
  text: string
  /** Where it is answered by a number. */
  scale?: AskScale['scale']
  lowEnd?: string
  highEnd?: string
  /** Where something is chosen: names and words. */
  options?: [name: string, text: string][]
  several?: boolean
  required?: boolean
  /** Each names an earlier question and the answers after which this one is asked; all must hold. */
  when?: [id: string, ...values: (number | string)[]][]
}

/** Everything a visitor may read in one language. */
export type AskTexts = {
  language: string
  direction: 'ltr' | 'rtl'
  question: string
  lowEnd: string
  highEnd: string
  followUp: ByGroup
  followUpByScore: Record<string, string>
  questions: AskQuestion[]
  thanks: ByGroup
  words: AskWords
}

/** What stands on buttons and beside fields. */
export type AskWords = {
  send: string
  next: string
  skip: string
  close: string
  again: string
  optional: string
  several: string
  needed: string
}

/** The first question: its kind, its scale, and where the good and middle parts begin; `scale` is null for free words. */
export type AskScale = { opening: string; scale: [from: number, to: number] | null; good: number; middle: number }

/** What the script of the widget carries along, so that it need not ask for it. */
export type WidgetConfig = AskTexts &
  AskScale & {
    address: string
    /** Of the survey: an answer belongs to the wording that it saw. */
    version: number
    trigger: 'delay' | 'scroll' | 'exit' | 'event'
    amount: number
    event: string
    pages: string[]
    position: 'right' | 'left' | 'middle'
    accent: string
    /** Colour of text on the accent. */
    onAccent: string
    restDays: number
    share: number
    key: string
  }

/** The part of the scale that a number lies in. */
export const groupOf = ({ good, middle }: AskScale, value: number): keyof ByGroup =>
  value >= good ? 'promoter' : value >= middle ? 'passive' : 'detractor'

/** The question about a number: its own where there is one, else that of its part of the scale. */
export const whyOf = (config: AskScale & Pick<AskTexts, 'followUp' | 'followUpByScore'>, value: number): string =>
  config.followUpByScore[value] ?? config.followUp[groupOf(config, value)]

/** 128 random bits that make an answer recognisable when it is sent again. */
export const freshKey = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .slice(0, 22)

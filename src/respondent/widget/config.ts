/** Parts of a scale by how good they are. */
export type ByGroup = { promoter: string; passive: string; detractor: string }

/** Everything a visitor may read in one language. */
export type AskTexts = {
  language: string
  direction: 'ltr' | 'rtl'
  question: string
  lowEnd: string
  highEnd: string
  followUp: ByGroup
  followUpByScore: Record<string, string>
  thanks: ByGroup
  words: { send: string; skip: string; close: string; again: string; optional: string }
}

/** The first question: its kind, its scale, and where the good and middle parts begin; `scale` is null for free words. */
export type AskScale = { opening: string; scale: [from: number, to: number] | null; good: number; middle: number }

/** What the script of the widget carries along, so that it need not ask for it. */
export type WidgetConfig = AskTexts &
  AskScale & {
    address: string
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

/** 128 random bits that make an answer recognisable when it is sent again. */
export const freshKey = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .slice(0, 22)

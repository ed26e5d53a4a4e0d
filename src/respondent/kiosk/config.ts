import type { AskScale, AskTexts } from '../widget/config.ts'

/** What the page of a kiosk carries along: the question in all its languages. */
export type KioskConfig = AskScale & {
  /** Where answers are sent. */
  address: string
  company: string
  first: string
  texts: Record<string, KioskTexts>
}

/** One language of a kiosk. */
export type KioskTexts = AskTexts & { name: string; waiting: string }

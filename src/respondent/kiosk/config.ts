import type { AskScale, AskTexts } from '../widget/config.ts'

/** What the page of a kiosk carries along: the question in all its languages. */
export type KioskConfig = AskScale & {
  /** Where answers are sent. */
  address: string
  company: string
  /** Of the survey: what is answered offline belongs to the wording that stood on the device. */
  version: number
  first: string
  texts: Record<string, KioskTexts>
}

/** One language of a kiosk. */
export type KioskTexts = AskTexts & { name: string; waiting: string }

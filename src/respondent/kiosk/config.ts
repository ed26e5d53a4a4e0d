import type { AskScale, AskTexts } from '../widget/config.ts'

/** What the page of a kiosk carries along: the question in all its languages. */
export type KioskConfig = AskScale & {
  /** Where answers are sent. */
  address: string
  company: string
  /** Of the survey: what is answered offline belongs to the wording that stood on the device. */
  version: number
  first: string
  /** The squares of the codes that lead on after thanks, by address: a row a string, 1 for dark. */
  codes: Record<string, string[]>
  texts: Record<string, KioskTexts>
}

/** One language of a kiosk. */
export type KioskTexts = AskTexts & { name: string; waiting: string; howTo: string }

import type { NextStep } from '../../vocabulary/index.ts'

/** For each part of the scale: promoters, passives, detractors. Without names, because every letter travels. */
export type ByPart<T> = [good: T, middle: T, bad: T]

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

/** Ready reasons: what is asked, and the codes with their words. */
export type AskReasons = Required<Pick<AskQuestion, 'text' | 'options'>>

/** Everything a visitor may read in one language. */
export type AskTexts = {
  language: string
  direction: 'ltr' | 'rtl'
  question: string
  lowEnd: string
  highEnd: string
  followUp: ByPart<string>
  followUpByScore: Record<string, string>
  /** Where the first question is the one of NPS: what passives may choose from. */
  reasons?: AskReasons
  questions: AskQuestion[]
  thanks: ByPart<string>
  /** Where the thanks lead on. */
  nextStep: ByPart<NextStep | undefined>
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

/** How the widget looks: `place` as style says it, and the colour of text on the accent. */
export type WidgetLook = { place: string; accent: string; onAccent: string }

/** What the script of the widget carries along, so that it need not ask for it. */
export type WidgetConfig = AskTexts &
  AskScale &
  WidgetLook & {
    address: string
    /** Of the survey: an answer belongs to the wording that it saw. */
    version: number
    trigger: 'delay' | 'scroll' | 'exit' | 'event'
    amount: number
    event: string
    /** Pattern of the addresses on which it may appear. */
    pages: string
    restDays: number
    share: number
    key: string
  }

/** Which part of the scale a number lies in; words without a number fall into the middle. */
export const partAt = ({ good, middle }: AskScale, value = 0): 0 | 1 | 2 =>
  value >= good ? 0 : value >= middle ? PASSIVE : 2

/** The part that is asked for its reasons. */
export const PASSIVE = 1

/** The question about a number: its own where there is one, else that of its part of the scale. */
export const whyOf = (config: AskScale & Pick<AskTexts, 'followUp' | 'followUpByScore'>, value: number): string =>
  config.followUpByScore[value] ?? config.followUp[partAt(config, value)]

/** 128 random bits that make an answer recognisable when it is sent again. */
export const freshKey = (): string => crypto.getRandomValues(new Uint32Array(4)).join('-')

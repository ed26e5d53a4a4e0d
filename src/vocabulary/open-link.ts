import { z } from 'zod'
import { COMMENT_LIMIT } from './new-answer.ts'
import { PassiveReason } from './passive-reason.ts'
import { QuestionAnswer } from './question.ts'
import { WordingLanguage } from './survey.ts'

/** Where an open link is met: a page of ours, a device on a counter, a page of the customer's, a program that draws its own question. */
export const LINK_CHANNELS = ['link', 'kiosk', 'widget', 'api'] as const
export const LinkChannel = z.enum(LINK_CHANNELS)
export type LinkChannel = z.infer<typeof LinkChannel>

/** What a key looks like: ten letters and digits that nobody mistakes for one another. */
export const LinkKey = z.string().regex(/^[a-z2-9]{10}$/, 'is not the key of an open link')

/** The origin of a page, as browsers send it: https://shop.example, or http on this machine. */
export const Origin = z
  .string()
  .trim()
  .regex(/^https?:\/\/[a-z0-9.-]+(:\d{1,5})?$/, 'must be an origin such as https://shop.example, without a path')
  .max(200)

const look = {
  trigger: z.enum(['delay', 'scroll', 'exit', 'event']),
  /** Seconds for `delay`, percent of the page for `scroll`. */
  amount: z.number().int().min(0).max(3600),
  /** Name of the event that the page sends to `window`; it works beside every trigger. */
  event: z.string().regex(/^[a-z][a-z0-9:_-]{0,49}$/),
  /** Pages on which it may appear: addresses with `*` for anything; none means all. */
  pages: z.array(z.string().trim().min(1).max(200)).max(20),
  position: z.enum(['right', 'left', 'middle']),
  accent: z.string().regex(/^#[0-9a-f]{6}$/i, 'must be a colour such as #0b5c73'),
  /** Share of visits that are asked, in percent. */
  share: z.number().int().min(1).max(100),
  /** Days in which a browser that saw it does not see it again; 0 keeps nothing in the browser. */
  restDays: z.number().int().min(0).max(365),
}

/** When the widget appears, where on the page, and in which colours. */
export const WidgetSettings = z.strictObject({
  trigger: look.trigger.default('delay'),
  amount: look.amount.default(10),
  event: look.event.default('echolot:ask'),
  pages: look.pages.default([]),
  position: look.position.default('right'),
  accent: look.accent.default('#0b5c73'),
  share: look.share.default(100),
  restDays: look.restDays.default(0),
})
export type WidgetSettings = z.infer<typeof WidgetSettings>

/** What of it is to be different. */
export const WidgetChange = z.strictObject(look).partial()
export type WidgetChange = z.infer<typeof WidgetChange>

/** What can be said about an open link. */
const settings = {
  name: z.string().trim().min(1).max(200),
  /** Pages that may send answers; needed for the widget. */
  origins: z.array(Origin).max(20),
  /** Language of the question; null follows the visitor's. */
  language: WordingLanguage.nullable(),
  widget: WidgetChange,
  /** Days in which a person who is known has one voice here. */
  periodDays: z.number().int().min(1).max(3650),
  /** Answers within ten minutes that are nothing unusual; five times as many are set aside. */
  usualAnswers: z.number().int().min(1).max(100_000),
}

export const NewOpenLink = z.strictObject({
  surveyId: z.uuid(),
  channel: LinkChannel,
  name: settings.name,
  origins: settings.origins.default([]),
  language: settings.language.default(null),
  widget: settings.widget.default({}),
  periodDays: settings.periodDays.default(90),
  usualAnswers: settings.usualAnswers.default(10),
})
export type NewOpenLink = z.infer<typeof NewOpenLink>

export const OpenLinkChange = z.strictObject({
  name: settings.name.optional(),
  origins: settings.origins.optional(),
  language: settings.language.optional(),
  widget: settings.widget.optional(),
  periodDays: settings.periodDays.optional(),
  usualAnswers: settings.usualAnswers.optional(),
  closed: z.boolean().optional(),
})
export type OpenLinkChange = z.infer<typeof OpenLinkChange>

/** An open link with its figures. */
export const OpenLink = z.object({
  openLinkId: z.uuid(),
  surveyId: z.uuid(),
  surveyName: z.string(),
  anonymous: z.boolean(),
  key: z.string(),
  address: z.string(),
  channel: LinkChannel,
  name: z.string(),
  origins: z.array(z.string()),
  language: WordingLanguage.nullable(),
  languages: z.array(WordingLanguage),
  widget: WidgetSettings,
  periodDays: z.number().int(),
  usualAnswers: z.number().int(),
  hasSecret: z.boolean(),
  opened: z.number().int(),
  answered: z.number().int(),
  quarantined: z.number().int(),
  createdAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
})
export type OpenLink = z.infer<typeof OpenLink>

/** The secret with which the customer's own app signs who somebody is; shown once. */
export const IdentitySecret = z.object({ secret: z.string() })

/** 128 random bits of whoever draws the question: the same answer sent again is recognised by them. */
export const AnswerKey = z
  .string()
  .min(22)
  .max(64)
  .regex(/^[A-Za-z0-9_-]+$/, 'must be letters, digits, - or _')

/** An answer as a widget, a kiosk or a program sends it. */
export const OpenAnswer = z.strictObject({
  key: AnswerKey,
  score: z.number().int().min(0).max(10).nullish(),
  rating: z.number().int().min(1).max(7).nullish(),
  comment: z
    .string()
    .max(COMMENT_LIMIT * 4)
    .nullish(),
  /** Why a score is neither high nor low; kept where the score is a passive’s. */
  reason: PassiveReason.nullish(),
  answers: z.array(QuestionAnswer).max(20).default([]),
  language: WordingLanguage.nullish(),
  /** Version of the survey that was shown; without it, the newest. A page may be older than the newest wording. */
  version: z.number().int().min(1).nullish(),
  /** Who answers, signed with the link's secret; anything else about a person is not taken. */
  identity: z.string().max(2000).nullish(),
  /** When it was answered, for devices that were offline. */
  answeredAt: z.iso.datetime({ offset: true }).nullish(),
  /** What the clock of the device says as it sends: a clock that goes wrong then does no harm. */
  sentAt: z.iso.datetime({ offset: true }).nullish(),
})
export type OpenAnswer = z.infer<typeof OpenAnswer>

/** What became of an answer; `token` lets its sender change it for 14 days, by sending it as `Bearer`. */
export const OpenAnswerStored = z.object({
  stored: z.literal(true),
  /** True when it waits for a look of the team before it counts. */
  setAside: z.boolean(),
  token: z.string(),
})
export type OpenAnswerStored = z.infer<typeof OpenAnswerStored>

/** What the team decides about answers that were set aside. */
export const SetAsideVerdict = z.strictObject({ verdict: z.enum(['count', 'drop']) })
export type SetAsideVerdict = z.infer<typeof SetAsideVerdict>

/** What a visitor adds to an answer or puts in its place. */
export const OpenAnswerChange = OpenAnswer.pick({
  score: true,
  rating: true,
  comment: true,
  reason: true,
  answers: true,
})
export type OpenAnswerChange = z.infer<typeof OpenAnswerChange>

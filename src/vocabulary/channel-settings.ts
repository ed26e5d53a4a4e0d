import { z } from 'zod'
import { Channel } from './channel.ts'

/** A way to reach people as the page of channels shows it. */
export const ChannelLine = z.object({
  channel: Channel,
  label: z.string(),
  lead: z.string(),
  /** `sends`: Echolot goes to the person; `comes`: the person comes. */
  way: z.enum(['sends', 'comes']),
  /** `caught`: messages are kept on the page /mail, nobody gets them. */
  state: z.enum(['ready', 'caught', 'paused']),
})
export type ChannelLine = z.infer<typeof ChannelLine>

/** A field of a provider's settings, for forms. */
export const ProviderField = z.object({
  name: z.string(),
  label: z.string(),
  hint: z.string().nullable(),
  secret: z.boolean(),
  lines: z.number().int(),
  /** The only values there are; empty where anything can be typed. */
  choices: z.array(z.string()),
  optional: z.boolean(),
})
export type ProviderField = z.infer<typeof ProviderField>

/** A provider of texts with what it needs to know. */
export const TextProvider = z.object({ name: z.string(), label: z.string(), fields: z.array(ProviderField) })
export type TextProvider = z.infer<typeof TextProvider>

/** Two letters of a country. */
export const CountryCode = z.string().regex(/^[A-Z]{2}$/, 'has two capital letters, such as DE')

/** Through which provider texts leave; passwords are never given back, `secrets` names those that are set. */
export const TextChannel = z.object({
  provider: z.string().nullable(),
  settings: z.record(z.string(), z.string()),
  secrets: z.array(z.string()),
  country: CountryCode.nullable(),
  twoWay: z.boolean(),
  /** Where the provider reports deliveries and answers; null until the installation has a public https address. */
  hookUrl: z.string().nullable(),
  heardAt: z.iso.datetime().nullable(),
  pausedAt: z.iso.datetime().nullable(),
  pausedReply: z.string().nullable(),
  providers: z.array(TextProvider),
})
export type TextChannel = z.infer<typeof TextChannel>

/** What an admin sets; a password that is left out stays as it is. */
export const TextChannelChange = z.strictObject({
  provider: z.string().min(1).max(40),
  settings: z.record(z.string().max(40), z.string().max(4000)),
  country: CountryCode.nullish(),
  twoWay: z.boolean().default(false),
})
export type TextChannelChange = z.infer<typeof TextChannelChange>

/** A number to try the settings with. */
export const TextTrial = z.strictObject({ to: z.string().trim().min(5).max(30) })

/** How a connection to a mailbox is protected. */
export const MAILBOX_TLS = ['tls', 'starttls', 'none'] as const

/** The mailbox that is read for what people write back. */
export const ReplyMailbox = z.object({
  address: z.string().nullable(),
  /** Whether the mailbox takes addresses with a tag (name+tag@…). */
  tagged: z.boolean(),
  host: z.string().nullable(),
  port: z.number().int(),
  tls: z.enum(MAILBOX_TLS),
  userName: z.string().nullable(),
  folder: z.string(),
  /** The server whose Authentication-Results are believed; null: no mail proves who wrote it. */
  checker: z.string().nullable(),
  paused: z.boolean(),
  checkedAt: z.iso.datetime().nullable(),
  problem: z.string().nullable(),
})
export type ReplyMailbox = z.infer<typeof ReplyMailbox>

const line = (most: number) => z.string().trim().min(1).max(most)

/** What an admin sets; a password that is left out stays as it is. */
export const ReplyMailboxChange = z.strictObject({
  address: z.email().max(254),
  tagged: z.boolean().default(true),
  host: line(253).regex(/^[A-Za-z0-9.:[\]-]+$/, 'is a host name'),
  port: z.number().int().min(1).max(65_535).default(993),
  tls: z.enum(MAILBOX_TLS).default('tls'),
  userName: line(254),
  password: z.string().min(1).max(500).optional(),
  folder: line(200).default('INBOX'),
  checker: line(253).nullish(),
  paused: z.boolean().default(false),
})
export type ReplyMailboxChange = z.infer<typeof ReplyMailboxChange>

/** Where something that a person wrote back landed. */
export const REPLY_KINDS = ['answer', 'intent', 'comment', 'note', 'stop', 'automatic', 'unmatched'] as const
export const Reply = z.object({
  replyId: z.uuid(),
  channel: z.enum(['email', 'sms']),
  kind: z.enum(REPLY_KINDS),
  personId: z.uuid().nullable(),
  personName: z.string().nullable(),
  messageId: z.uuid().nullable(),
  responseId: z.uuid().nullable(),
  score: z.number().int().nullable(),
  words: z.string().nullable(),
  receivedAt: z.iso.datetime(),
})
export type Reply = z.infer<typeof Reply>

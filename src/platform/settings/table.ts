import { z } from 'zod'
import { isPlaceholder } from './secret.ts'

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `must be a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine(value => value >= least && value <= most, `must be a whole number from ${least} to ${most}`)

const address = (schemes: string[], example: string) =>
  z
    .string()
    .refine(
      value => schemes.some(scheme => value.startsWith(`${scheme}://`)) && URL.canParse(value),
      `must be an address like ${example}`,
    )

const publicAddress = z
  .string()
  .refine(
    value => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol),
    'must be an address like https://echolot.example.com',
  )
  .refine(
    value => !URL.canParse(value) || new URL(value).pathname === '/',
    'must end after the host name, without a path',
  )
  .refine(
    value => !URL.canParse(value) || new URL(value).protocol === 'https:' || isLoopback(new URL(value).hostname),
    'must begin with https:// (http:// is for localhost alone)',
  )
  .transform(value => new URL(value).origin)

const isLoopback = (host: string) => ['localhost', '127.0.0.1', '[::1]'].includes(host) || host.endsWith('.localhost')

const secret = z
  .string()
  .min(32, 'must have at least 32 characters; "openssl rand -base64 32" makes a good one')
  .refine(value => !isPlaceholder(value), 'is a sample value; "openssl rand -base64 32" makes a good one')

/** One setting: how it is read, what it means, and how the table in the docs shows it. */
export type Setting = {
  schema: z.ZodType<unknown, string>
  shown: string
  meaning: string
  hidden?: 'all' | 'password'
}

/** Every setting by the name of its environment variable; each can also be given as a file by NAME_FILE. */
export const table = {
  ECHOLOT_PORT: { schema: wholeNumber(0, 65_535), shown: '4747', meaning: 'Port to listen on; 0 takes any free one.' },
  ECHOLOT_HOST: {
    schema: z.string(),
    shown: '127.0.0.1',
    meaning: 'Address to listen on. 0.0.0.0 or :: opens it to the network; do that behind a proxy that speaks HTTPS.',
  },
  ECHOLOT_URL: {
    schema: publicAddress,
    shown: 'http://localhost:4747',
    meaning: 'Public address, as customers reach it; every link in a mail begins with it.',
  },
  ECHOLOT_DATA: {
    schema: z.string(),
    shown: './data',
    meaning: 'Data folder: the embedded database, the files of imports and the secret.',
  },
  DATABASE_URL: {
    schema: address(['postgres', 'postgresql'], 'postgres://user:password@host:5432/echolot'),
    shown: 'embedded database',
    meaning: 'A PostgreSQL 15 or newer of your own instead of the embedded one.',
    hidden: 'password',
  },
  ECHOLOT_UNSAFE_DATABASE: {
    schema: z.enum(['refuse', 'mark'], 'must be refuse or mark'),
    shown: 'refuse',
    meaning:
      'What to do when the database may lose acknowledged answers (fsync or synchronous_commit off): not start, or start and say so on every page.',
  },
  ECHOLOT_SMTP_URL: {
    schema: address(['smtp', 'smtps'], 'smtps://user:password@mail.example.com:465'),
    shown: 'built-in catcher at /mail',
    meaning: 'Mail server that sends to customers and members.',
    hidden: 'password',
  },
  ECHOLOT_SECRET: {
    schema: secret,
    shown: 'made and kept in the data folder',
    meaning:
      'At least 32 random characters; links and stored secrets depend on it. All processes of one installation share it.',
    hidden: 'all',
  },
  ECHOLOT_LOG_LEVEL: {
    schema: z.enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent'),
    shown: 'info',
    meaning: 'Least importance of what is logged: debug, info, warn, error or silent.',
  },
  ECHOLOT_METRICS_TOKEN: {
    schema: z.string().min(16, 'must have at least 16 characters'),
    shown: 'none: loopback only',
    meaning: 'Bearer token that may read /metrics from elsewhere.',
    hidden: 'all',
  },
  ECHOLOT_DNS_SERVERS: {
    schema: z
      .string()
      .transform(text => text.split(',').map(server => server.trim()))
      .refine(
        servers => servers.every(server => /^(\d{1,3}(\.\d{1,3}){3}|\[[0-9a-f:]+\])(:\d{1,5})?$/i.test(server)),
        'must be addresses like 192.0.2.53 or 192.0.2.53:5353, separated by commas',
      ),
    shown: 'those of the machine',
    meaning:
      'Name servers that are asked whether the records of the sender domain stand. Set it where the machine sees other records than the world does.',
  },
  ECHOLOT_INSIDE_HOSTS: {
    schema: z
      .string()
      .transform(text => text.split(',').map(host => host.trim().toLowerCase()))
      .refine(
        hosts => hosts.every(host => /^[a-z0-9._[\]:-]+:\d{1,5}$/.test(host)),
        'must be host:port, separated by commas',
      ),
    shown: 'none',
    meaning:
      'Hosts inside your own network that providers of texts, mailboxes and webhooks may have, as host:port separated by commas. Without it only the open internet is called.',
  },
  ECHOLOT_TRUSTED_PROXIES: {
    schema: wholeNumber(0, 10),
    shown: '0',
    meaning: 'How many proxies stand in front; only their X-Forwarded-For entries are believed.',
  },
} as const satisfies Record<string, Setting>

export type SettingName = keyof typeof table

/** The names of all settings, in the order of the table. */
export const settingNames = Object.keys(table) as SettingName[]

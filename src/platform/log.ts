import { type Logger as Pino, pino } from 'pino'

/** Structured log: one JSON line per event on standard error. */
export type Logger = Pino

// Names under which a secret or a person's address could slip into a line.
const secretNames = [
  'password',
  'secret',
  'token',
  'authorization',
  'cookie',
  'email',
  'address',
  'phone',
  'url.password',
]

/** A log that leaves out secrets and personal data wherever they stand one or two levels deep. */
export const createLog = (level: string, destination: NodeJS.WritableStream = process.stderr): Logger =>
  pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: label => ({ level: label }) },
      redact: { paths: secretNames.flatMap(name => [name, `*.${name}`, `*.*.${name}`]), censor: '[redacted]' },
      serializers: { err: pino.stdSerializers.err },
    },
    destination,
  )

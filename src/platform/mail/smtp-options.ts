import type { SMTPConnectionAuth, SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection'

/** Where and how to hand over mails. */
export type SmtpOptions = { connection: SMTPConnectionOptions; auth: SMTPConnectionAuth | null }

/** A slot is free again within a minute, whatever the server does before the final dot (case M3). */
const SILENCE_MS = 50_000

/** Reads `smtp://user:password@host:587` or `smtps://…`; `?name=` sets EHLO, `?tls=required` or `?tls=off` overrule STARTTLS. */
export function smtpOptions(url: string, silenceMs = SILENCE_MS): SmtpOptions {
  const parsed = new URL(url)
  const secure = parsed.protocol === 'smtps:'
  const tls = parsed.searchParams.get('tls')
  return {
    connection: {
      host: parsed.hostname.replace(/^\[|\]$/g, ''),
      port: parsed.port ? Number(parsed.port) : secure ? 465 : 587,
      secure,
      requireTLS: tls === 'required',
      ignoreTLS: tls === 'off',
      name: ehloName(parsed.searchParams.get('name')),
      connectionTimeout: Math.min(15_000, silenceMs),
      greetingTimeout: Math.min(15_000, silenceMs),
      dnsTimeout: 15_000,
      socketTimeout: silenceMs,
      allowInternalNetworkInterfaces: true,
    },
    auth: parsed.username
      ? { user: decodeURIComponent(parsed.username), pass: decodeURIComponent(parsed.password) }
      : null,
  }
}

const ehloName = (name: string | null) => (name && /^[A-Za-z0-9.-]{1,253}$/.test(name) ? name : undefined)

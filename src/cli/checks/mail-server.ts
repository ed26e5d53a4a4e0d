import { createTransport } from 'nodemailer'
import { bad, type Check, good, warning } from '../check.ts'

export default {
  name: 'Mail can leave',
  run: async ({ settings: { smtpUrl } }) => {
    if (smtpUrl === null) {
      return warning(
        'No mail server is set: the built-in catcher takes every mail.',
        'Set ECHOLOT_SMTP_URL to send to customers.',
      )
    }
    const transport = createTransport({ url: smtpUrl, connectionTimeout: 10_000, greetingTimeout: 10_000 })
    try {
      await transport.verify()
      return good(`${new URL(smtpUrl).host} lets us in`)
    } catch (error) {
      return bad(
        `${new URL(smtpUrl).host} refuses: ${(error as Error).message}.`,
        'Correct ECHOLOT_SMTP_URL (address, user, password).',
      )
    } finally {
      transport.close()
    }
  },
} satisfies Check

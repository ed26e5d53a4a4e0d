import { type Check, good, warning } from '../check.ts'

export default {
  name: 'Customers can reach the links in mails',
  run: async ({ settings: { publicUrl } }) => {
    if (new URL(publicUrl).hostname !== 'localhost') return good(publicUrl)
    return warning(
      `Links begin with ${publicUrl}, which only this machine can open.`,
      'Set ECHOLOT_URL to the public address before you ask customers.',
    )
  },
} satisfies Check

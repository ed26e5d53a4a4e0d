import { printSettings } from '../../platform/settings/print.ts'
import { givenSettings, unknownSettings } from '../../platform/settings.ts'
import type { Command } from '../command.ts'

export default {
  name: 'config print',
  summary: 'Shows every setting in use and where it comes from; secrets are left out.',
  run: async () => {
    console.log(printSettings(givenSettings(process.env)))
    for (const sentence of unknownSettings(process.env)) console.error(sentence)
    return 0
  },
} satisfies Command

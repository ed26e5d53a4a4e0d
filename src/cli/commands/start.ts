import type { Command } from '../command.ts'

export default {
  name: 'start',
  summary: 'Starts Echolot and prints where it is; the same as npm start.',
  options: [{ flags: '--demo', summary: 'with three invented companies, in a data folder of its own' }],
  run: async () => {
    // The server reads --demo itself and stays until a signal ends it.
    await import('../../main.ts')
    return 0
  },
} satisfies Command

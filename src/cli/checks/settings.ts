import { unknownSettings } from '../../platform/settings.ts'
import { type Check, good, warning } from '../check.ts'

export default {
  name: 'Every setting is known',
  run: async ({ environment }) => {
    const sentences = unknownSettings(environment)
    if (sentences.length === 0) return good('no unknown ECHOLOT_ variable')
    return warning(sentences.join(' '), 'Correct or remove it; docs/settings.md has them all.')
  },
} satisfies Check

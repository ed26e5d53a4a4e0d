import { unknownPlaceholders } from '../../../vocabulary/index.ts'
import { inTexts, type Rule } from './rule.ts'

// What nothing fills stays empty, and the sentence has a hole.
export default {
  look: inTexts(['question', 'follow_up', 'option', 'subject', 'mail', 'thanks', 'sms'], ({ text }) =>
    unknownPlaceholders(text).map(name => `{{${name}}}`),
  ),
  examples: {
    wrong: [{ change: { mailIntro: 'Dear {{last_name}}, how do you find {{company}}?' } }],
    right: [{ change: { mailIntro: 'Dear {{first_name}}, how do you find {{company}}?' } }],
  },
} satisfies Rule

import { inTexts, type Place, type Role, type Rule } from './rule.ts'

type Most = { words: number; characters: number }

// A question is read on a phone in one go; a subject is cut off after about sixty characters there.
const MOST: Record<Role, Most> = {
  question: { words: 25, characters: 180 },
  follow_up: { words: 30, characters: 220 },
  option: { words: 10, characters: 70 },
  subject: { words: 12, characters: 65 },
  mail: { words: 100, characters: 800 },
  thanks: { words: 60, characters: 450 },
  sms: { words: 25, characters: 140 },
}
// A sign of Chinese or Japanese says about as much as two letters, and stands without spaces.
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu

function find({ text, role }: Place): string[] {
  const most = MOST[role]
  const dense = text.match(DENSE)?.length ?? 0
  const words = text.split(/\s+/).length
  return words > most.words || text.length + dense > most.characters ? [`${dense > 0 ? text.length : words}`] : []
}

export default {
  look: inTexts(['question', 'follow_up', 'option', 'subject', 'mail', 'thanks', 'sms'], find),
  examples: {
    wrong: [
      {
        change: {
          question: `How likely is it, ${'after all that has happened, '.repeat(6)}that you recommend {{company}}?`,
        },
      },
      { change: { mailSubject: 'A short and friendly question about what you think of all of us at {{company}}' } },
    ],
    right: [{ change: { mailSubject: 'One question from {{company}}' } }],
  },
} satisfies Rule
